//! Code that must compile without a warning: under strict lints,
//! among names that shadow those of generated code, and in deep stacks.
//!
//! The lints of clippy are checked when clippy checks this package.
#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    rust_2018_idioms,
    unused_qualifications,
    unused_lifetimes,
    single_use_lifetimes,
    missing_debug_implementations,
    clippy::all,
    clippy::pedantic
)]

mod deep;
mod named_like_ours;
mod shadowed;
pub mod strict;

use axum::{
    Router,
    body::{Body, to_bytes},
};
use concentric::Request;
use tower::ServiceExt;

async fn get(router: Router, path: &str) -> String {
    let Ok(req) = Request::get(path).body(Body::empty()) else {
        unreachable!("the path is valid")
    };
    let Ok(response) = router.oneshot(req).await;
    assert_eq!(response.status(), 200);
    let Ok(body) = to_bytes(response.into_body(), usize::MAX).await else {
        unreachable!("the body is in memory")
    };
    String::from_utf8_lossy(&body).into_owned()
}

/// Bodies on one line, where extra braces would be a lint,
/// and a trait with a method for every type.
#[rustfmt::skip]
mod one_line {
    use concentric::{Next, Request, Response, middleware};

    trait Reply: Sized {
        fn respond(self, (): ()) {}
    }
    impl<T> Reply for T {}

    #[middleware]
    async fn pass(req: Request, next: Next) -> Response { 7.respond(()); next.run(req).await }

    #[middleware]
    async fn tell(_req: Request, _next: Next) -> &'static str { "told" }

    concentric::app! {
        pub(super) fn site() -> axum::Router with [pass] {
            GET "/" => async || "handler" with [tell],
        }
    }
}

#[tokio::test]
async fn a_body_on_one_line_compiles_without_a_lint() {
    assert_eq!(get(one_line::site(), "/").await, "told");
}

#[tokio::test]
async fn generated_code_compiles_under_strict_lints() {
    let settings = strict::Settings { greeting: "Hello" };
    let router = strict::site(settings, true);
    assert_eq!(get(router.clone(), "/").await, "Hello nobody");
    assert_eq!(get(router.clone(), "/numbers").await, "1 2");
    assert_eq!(get(router, "/part/2").await, "2");
    let _ = strict::empty();
}

#[tokio::test]
async fn generated_code_compiles_among_shadowed_names() {
    let site = shadowed::site(7, true);
    assert_eq!(get(site.clone(), "/").await, "7 1");
    assert_eq!(get(site.clone(), "/x/part").await, "7 1");
    assert_eq!(get(site, "/x/HasOuter").await, "HasOuter");
    assert_eq!(shadowed::site::url::url("x").from(), "/x/part");
    let site = shadowed::site_of_unit_structs(true);
    assert_eq!(get(site, "/scope").await, "scope");
}

#[tokio::test]
async fn user_types_may_be_named_like_types_of_the_runtime() {
    let site = named_like_ours::site;
    assert_eq!(get(site(1, true), "/x").await, "x");
    let rows = named_like_ours::site::ROUTES;
    assert_eq!(rows.routes(), ["GET /", "GET /x"]);
}

#[tokio::test]
async fn a_stack_of_forty_compiles_without_a_recursion_limit() {
    for router in [
        deep::passing(),
        deep::extracting(),
        deep::attempting(),
        deep::traces(),
        deep::layers(),
        deep::conditional(true),
        deep::conditional(false),
        deep::conditional_layers(true),
        deep::conditional_layers(false),
        deep::choosing(true),
        deep::choosing(false),
        deep::choosing_layers(true),
        deep::choosing_layers(false),
        deep::providing(),
    ] {
        assert_eq!(get(router, "/").await, "index");
    }
}
