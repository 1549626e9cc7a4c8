//! Handlers of every kind under `#[handler]`, which must compile without a warning:
//! in a module, in an `impl`, among shadowed names, alone and in an `app!`.
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
    clippy::pedantic,
    clippy::nursery
)]
// These lints apply to the functions as the user writes them,
// for example to a handler that awaits nothing.
#![allow(
    clippy::future_not_send,
    clippy::missing_errors_doc,
    clippy::unused_async
)]

mod app;
pub mod free;
pub mod generic;
pub mod methods;
pub mod shadowed;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Method,
    response::IntoResponse,
};
use concentric::Request;
use tower::ServiceExt;

/// A handler at the root of the crate.
#[concentric::handler]
async fn at_the_margin(method: Method) -> String {
    method.to_string()
}

/// A handler named like an item of the prelude.
#[concentric::handler]
async fn drop(_: Method) -> impl IntoResponse {}

async fn send(router: Router, req: Request) -> String {
    let Ok(response) = router.oneshot(req).await;
    let Ok(body) = to_bytes(response.into_body(), usize::MAX).await else {
        unreachable!("the body is in memory")
    };
    String::from_utf8_lossy(&body).into_owned()
}

fn get(path: &str) -> Request {
    let Ok(req) = Request::get(path).body(Body::empty()) else {
        unreachable!("the path is valid")
    };
    req
}

#[tokio::test]
async fn handlers_answer_the_same_with_the_attribute() {
    let state = free::Shop {
        mailer: free::Mailer("mail"),
        name: "shop",
    };
    let ask = async |path| send(app::site(state.clone()), get(path)).await;

    assert_eq!(ask("/").await, "Hello");
    assert_eq!(ask("/opaque").await, "GET");
    assert_eq!(ask("/stateful").await, "shop GET of shop");
    assert_eq!(ask("/parts").await, "shop mail");
    assert_eq!(ask("/greet").await, "Hello, you, GET of shop!");
    assert_eq!(ask("/greet/last").await, "Hello, you!");
    assert_eq!(ask("/bounded").await, "GET 7 ");
    assert_eq!(ask("/parsed").await, "false");
    assert_eq!(ask("/api").await, "GET");
    assert_eq!(ask("/shadowed").await, "Hello");
}
