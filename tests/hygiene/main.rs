//! Code that has to compile as it is: under strict lints, in a module that shadows what generated
//! code might name, and in deep stacks.
//!
//! Clippy's part of the lints is checked when clippy runs over this file.
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

use axum::{
    Router,
    body::{Body, to_bytes},
};
use concentric::Request;
use tower::ServiceExt;

async fn get(router: Router, path: &str) -> String {
    let Ok(req) = Request::get(path).body(Body::empty()) else {
        unreachable!("the path is a path")
    };
    let Ok(response) = router.oneshot(req).await;
    assert_eq!(response.status(), 200);
    let Ok(body) = to_bytes(response.into_body(), usize::MAX).await else {
        unreachable!("the body is at hand")
    };
    String::from_utf8_lossy(&body).into_owned()
}

/// A body in one line, where braces that nobody needs are a lint, and a trait with a method for everything.
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
async fn a_body_in_one_line_is_no_lint() {
    assert_eq!(get(one_line::site(), "/").await, "told");
}

/// Public items with docs, generics, config of each kind, and every kind of item in an app.
pub mod strict {
    use std::time::Duration;

    use axum::{Router, extract::State};
    use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
    use http::HeaderMap;
    use tower_http::{services::ServeDir, timeout::TimeoutLayer};

    /// The state of the application.
    #[derive(Clone, Debug)]
    pub struct Settings {
        /// What the answers begin with.
        pub greeting: &'static str,
    }

    /// Who asks.
    #[derive(Clone, Debug)]
    pub struct Caller(pub String);

    /// Passes the request through.
    #[middleware]
    pub async fn pass(req: Request, next: Next) -> Response {
        next.run(req).await
    }

    /// Says who asks.
    #[middleware]
    pub async fn identify(
        State(settings): State<Settings>,
        headers: HeaderMap,
        req: Request,
        next: Next<Caller>,
    ) -> Result<Response, HttpError> {
        let agent = headers.get("user-agent");
        let agent = agent.map_or(Ok("nobody"), |agent| agent.to_str())?;
        let caller = Caller(format!("{} {agent}", settings.greeting));
        Ok(next.provide(caller).run(req).await)
    }

    /// Has config of every kind.
    #[middleware]
    pub async fn configured(
        #[config] most: &usize,
        #[config] name: &str,
        #[config] words: &[String],
        #[config] fixed: &'static str,
        caller: Provided<Caller>,
        req: Request,
        next: Next<(u8, u16)>,
    ) -> Result<Response, HttpError> {
        if words.len() > *most || name == fixed || caller.0.0.is_empty() {
            return Err(HttpError::forbidden(name));
        }
        Ok(next.provide((1, 2)).run(req).await)
    }

    /// Is generic.
    #[middleware]
    pub async fn generic<T, const N: usize>(req: Request, next: Next<T>) -> Response
    where
        T: Clone + Default + Send + Sync,
    {
        assert!(N > 0);
        next.provide(T::default()).run(req).await
    }

    /// Is visible in the crate, and borrows with names.
    #[middleware]
    pub(crate) async fn lent<'a, 'b, T>(
        #[config] first: &'a str,
        #[config] second: &'b str,
        #[config] lent: &'a T,
        #[config] fixed: &'static T,
        req: Request,
        next: Next,
    ) -> Response
    where
        'b: 'a,
        T: AsRef<str> + Send + Sync + 'a,
    {
        let longest: &'a str = if first.len() > second.len() {
            first
        } else {
            second
        };
        assert!(!longest.is_empty() && lent.as_ref() == fixed.as_ref());
        next.run(req).await
    }

    macro_rules! with_types {
        ($name:ident: $config:ty, $next:ty) => {
            /// Has types that come out of another macro.
            #[middleware]
            pub async fn $name(#[config] config: $config, req: Request, next: $next) -> Response {
                assert_eq!(*config, 1);
                next.run(req).await
            }
        };
    }
    with_types!(of_macro: &u8, Next);

    /// Is no longer what one should use.
    #[middleware]
    #[deprecated]
    pub async fn old(#[config] _: &u8, req: Request, next: Next) -> Response {
        next.run(req).await
    }

    async fn index(caller: Provided<Caller>) -> String {
        caller.0.0
    }

    async fn numbers(Provided(byte): Provided<u8>, Provided(word): Provided<u16>) -> String {
        format!("{byte} {word}")
    }

    async fn nothing() -> HttpError {
        HttpError::not_found("nothing")
    }

    app! {
        /// An application with everything in it.
        pub fn site(state: Settings, verbose: bool) -> Router
        with [
            pass,
            pass if verbose,
            TimeoutLayer::with_status_code(http::StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(1)),
            TimeoutLayer::with_status_code(http::StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(1)) if verbose,
            identify,
        ] {
            /// The index.
            #[cfg(test)]
            GET "/" => index,
            #[cfg(not(test))]
            GET "/" => missing,
            GET | POST "/either" => index with [pass],
            ANY "/any" => || async { "any" },
            scope "/numbers" with [
                configured(3_usize, "name", ["a".to_owned()], "fixed"),
                #[cfg(not(test))]
                missing,
                generic::<String, 3>(),
                /// Comments are welcome.
                lent("a", "b", "c", &"c"),
                of_macro(1),
            ] {
                GET "/" => numbers,
                fallback => nothing,
                method_not_allowed => nothing,
            }
            scope {}
            scope "/empty" with [pass] {}
            mount "/files" => ServeDir::new("."),
            merge Router::new() with [pass],
            fallback => nothing,
        }
    }

    app! {
        /// An application with nothing in it.
        pub fn empty() -> Router {}
    }
}

#[tokio::test]
async fn strict_lints_find_nothing() {
    let settings = strict::Settings { greeting: "Hello" };
    let router = strict::site(settings, true);
    assert_eq!(get(router.clone(), "/").await, "Hello nobody");
    assert_eq!(get(router, "/numbers").await, "1 2");
    let _ = strict::empty();
}

/// Everything that generated code might name means something else here.
mod shadowed {
    #![allow(
        dead_code,
        non_camel_case_types,
        reason = "the names are there to be in the way"
    )]

    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Result;
    pub(crate) struct Option;
    pub(crate) struct String;
    pub(crate) struct Vec;
    pub(crate) struct Box;
    pub(crate) struct Arc;
    pub(crate) struct Response;
    pub(crate) struct Router;
    pub(crate) struct Endpoint;
    pub(crate) struct State;
    pub(crate) struct S;
    pub(crate) struct E;
    pub(crate) struct bool;
    pub(crate) struct usize;
    pub(crate) struct str;
    pub(crate) trait Clone {}
    pub(crate) trait Copy {}
    pub(crate) trait Debug {}
    pub(crate) trait Send {}
    pub(crate) trait Sync {}
    pub(crate) trait Future {}
    pub(crate) trait Into {}
    pub(crate) trait From {}
    pub(crate) trait Middleware {}
    pub(crate) trait Contract {}
    pub(crate) trait Layer {}
    pub(crate) trait IntoResponse {}
    pub(crate) fn app() {}
    pub(crate) fn stack() {}
    pub(crate) fn place() {}
    pub(crate) fn entry() {}
    pub(crate) mod axum {}
    pub(crate) mod concentric {}
    pub(crate) mod core {}
    pub(crate) mod std {}
    pub(crate) mod tower {}

    // A middleware without config is a unit struct, and the pattern of a variable may mean one.
    macro_rules! middleware_of_all_names {
        ($($name:ident)*) => {
            $(
                #[::concentric::middleware]
                async fn $name(
                    _: ::http::Method,
                    req: ::concentric::Request,
                    next: ::concentric::Next,
                ) -> ::concentric::Response {
                    next.run(req).await
                }
            )*
        };
    }
    mod unit_structs {
        middleware_of_all_names!(
            state service f argument0 app entry kind list place stack holds rejection
        );

        ::concentric::app! {
            pub(crate) fn site(on: bool) -> ::axum::Router
            with [state, service, f, argument0, app, entry, kind, list if on, place, stack, holds] {
                GET "/" => || async { "index" },
                scope "/scope" with [rejection] {
                    GET "/" => || async { "scope" },
                }
            }
        }
    }
    pub(crate) use unit_structs::site as site_of_unit_structs;

    /// A `Next` of another kind, elsewhere.
    pub(crate) mod elsewhere {
        pub(crate) struct Next;
        pub(crate) struct Request;
    }

    #[::concentric::middleware]
    async fn tag(
        #[config] tag: &u8,
        method: ::http::Method,
        req: ::concentric::Request,
        next: ::concentric::Next<u8>,
    ) -> ::concentric::Response {
        assert_eq!(method, "GET");
        next.provide(*tag).run(req).await
    }

    use ::concentric::{Next as Inward, Provided as Given, Request as Asked};

    #[::concentric::middleware]
    async fn renamed(given: Given<u8>, req: Asked, next: Inward) -> ::concentric::Response {
        assert_eq!(*given, 7);
        next.run(req).await
    }

    #[::concentric::middleware]
    async fn twice(req: Asked, next: Inward<(u16, u32)>) -> ::concentric::Response {
        next.provide((1, 2)).run(req).await
    }

    #[::concentric::middleware]
    async fn pass(req: Asked, next: Inward) -> ::concentric::Response {
        next.run(req).await
    }

    async fn index(given: Given<u8>, word: Given<u16>) -> ::std::string::String {
        ::std::format!("{} {}", *given, *word)
    }

    ::concentric::app! {
        pub(crate) fn site(app: u8, place: ::core::primitive::bool) -> ::axum::Router
        with [tag(app), renamed, pass if place, twice] {
            GET "/" => index,
        }
    }
}

#[tokio::test]
async fn shadowed_names_are_in_no_ones_way() {
    assert_eq!(get(shadowed::site(7, true), "/").await, "7 1");
    let site = shadowed::site_of_unit_structs(true);
    assert_eq!(get(site, "/scope").await, "scope");
}

/// Types of the user's that have the names of what generated code looks for.
mod named_like_ours {
    use axum::Router;
    use concentric::{Next, Request, Response, app, middleware};

    #[derive(Clone)]
    pub(crate) enum LayerKind {
        Fast,
    }

    #[middleware]
    async fn speed(#[config] kind: &LayerKind, req: Request, next: Next) -> Response {
        let LayerKind::Fast = kind;
        next.run(req).await
    }

    fn limit(most: u8) -> Option<speed> {
        (most > 0).then(|| speed(LayerKind::Fast))
    }

    app! {
        pub(crate) fn site(state: u8, on: bool, #[cfg(any())] never: Missing) -> Router
        with [speed(LayerKind::Fast), speed(LayerKind::Fast) if on, limit(state).unwrap_or(speed(LayerKind::Fast))] {
            #[cfg_attr(not(any()), cfg(any()))]
            GET "/never" => missing,
            GET "/" => async || "fast",
            scope "/x" with [speed(LayerKind::Fast)] {
                GET "/" => async || "x",
            }
        }
    }
}

#[tokio::test]
async fn what_is_named_like_ours_is_the_users() {
    let site = named_like_ours::site;
    assert_eq!(get(site(1, true), "/x").await, "x");
    let rows = named_like_ours::site::ROUTES;
    assert_eq!(rows.routes(), ["GET /", "GET /x"]);
}

/// Stacks that are deeper than the layout of a future may be.
mod deep {
    use axum::Router;
    use concentric::{Next, Provided, Request, Response, app, middleware};
    use http::Method;
    use tower_http::set_header::SetResponseHeaderLayer;

    #[middleware]
    async fn pass(req: Request, next: Next) -> Response {
        next.run(req).await
    }

    #[middleware]
    async fn extract(_: Method, req: Request, next: Next) -> Response {
        next.run(req).await
    }

    #[middleware]
    async fn attempt(req: Request, next: Next) -> Response {
        match next.try_run(req).await {
            Ok(response) => response,
            Err(error) => axum::response::IntoResponse::into_response(error),
        }
    }

    #[middleware]
    #[tracing::instrument(skip_all)]
    async fn traced(req: Request, next: Next) -> Response {
        next.run(req).await
    }

    #[middleware]
    async fn provide<const N: usize>(req: Request, next: Next<[u8; N]>) -> Response {
        next.provide([0; N]).run(req).await
    }

    #[middleware]
    async fn require<const N: usize>(
        bytes: Provided<[u8; N]>,
        req: Request,
        next: Next,
    ) -> Response {
        assert_eq!(*bytes, [0; N]);
        next.run(req).await
    }

    fn layer() -> SetResponseHeaderLayer<http::HeaderValue> {
        SetResponseHeaderLayer::overriding(
            http::HeaderName::from_static("x-deep"),
            http::HeaderValue::from_static("1"),
        )
    }

    async fn index() -> &'static str {
        "index"
    }

    macro_rules! deep {
        ($name:ident($($on:ident: $bool:ty)?): $($e:tt)*) => {
            app! {
                pub(crate) fn $name($($on: $bool)?) -> Router with [
                    $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                    $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                    $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                    $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*, $($e)*,
                ] {
                    GET "/" => index,
                }
            }
        };
    }
    deep!(passing(): pass);
    deep!(extracting(): extract);
    deep!(attempting(): attempt);
    deep!(traces(): traced);
    deep!(layers(): layer());
    deep!(conditional(on: bool): pass if on);
    deep!(conditional_layers(on: bool): layer() if on);

    app! {
        pub(crate) fn providing() -> Router with [
            provide::<1>(), provide::<2>(), provide::<3>(), provide::<4>(), provide::<5>(),
            provide::<6>(), provide::<7>(), provide::<8>(), provide::<9>(), provide::<10>(),
            provide::<11>(), provide::<12>(), provide::<13>(), provide::<14>(), provide::<15>(),
            provide::<16>(), provide::<17>(), provide::<18>(), provide::<19>(), provide::<20>(),
            require::<1>(), require::<2>(), require::<3>(), require::<4>(), require::<5>(),
            require::<6>(), require::<7>(), require::<8>(), require::<9>(), require::<10>(),
            require::<11>(), require::<12>(), require::<13>(), require::<14>(), require::<15>(),
            require::<16>(), require::<17>(), require::<18>(), require::<19>(), require::<20>(),
        ] {
            GET "/" => index,
        }
    }
}

#[tokio::test]
async fn a_stack_of_forty_needs_no_recursion_limit() {
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
        deep::providing(),
    ] {
        assert_eq!(get(router, "/").await, "index");
    }
}
