//! The number of allocations of a request.

#[path = "allocations/choices.rs"]
mod choices;
#[path = "allocations/cors.rs"]
mod cors;
#[path = "allocations/errors.rs"]
mod errors;
#[path = "allocations/layers.rs"]
mod layers;
#[path = "allocations/parts.rs"]
mod parts;

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use allocation_counter::{AllocationInfo, measure};
use axum::{
    Router,
    body::Body,
    extract::{Path, State},
    routing::get,
};
use concentric::{Next, Request, Response, app, middleware};
use tower::Service;

/// Returns the number of allocations of a second `GET` of `path`.
fn allocations(router: Router, path: &str) -> u64 {
    measured(router, path, 200).count_total
}

/// Returns the number of allocated bytes of a second `GET` of `path`.
fn bytes(router: Router, path: &str) -> u64 {
    measured(router, path, 200).bytes_total
}

fn measured(router: Router, path: &str, status: u16) -> AllocationInfo {
    measured_request(router, || Request::builder().uri(path), status)
}

#[allow(clippy::unwrap_used, reason = "the request is valid")]
fn measured_request(
    router: Router,
    make: impl Fn() -> http::request::Builder,
    status: u16,
) -> AllocationInfo {
    // `axum::serve` calls `with_state`, too, so that the router is built only once.
    let mut router = router.with_state(());
    let mut count = || {
        let req = make().body(Body::empty()).unwrap();
        measure(|| {
            let mut cx = Context::from_waker(Waker::noop());
            // Nothing in these applications is ever pending.
            let Poll::Ready(Ok(response)) = pin!(router.call(req)).poll(&mut cx) else {
                unreachable!("the response is ready at the first poll")
            };
            assert_eq!(response.status(), status);
        })
    };
    count();
    count()
}

async fn hello() -> &'static str {
    "hello"
}

async fn stateful(State(name): State<&'static str>, Path(id): Path<u32>) -> String {
    format!("{name} {id}")
}

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn look(State(_state): State<&'static str>, req: Request, next: Next) -> Response {
    let is_get = req.method() == "GET";
    let response = next.run(req).await;
    assert!(is_get);
    response
}

app! {
    fn bare() -> Router {
        GET "/" => hello,
    }
}

app! {
    fn bare_with_state(state: &'static str) -> Router {
        GET "/items/{id}" => stateful,
    }
}

app! {
    fn one() -> Router with [pass] {
        GET "/" => hello,
    }
}

app! {
    fn ten() -> Router with [pass, pass, pass, pass, pass, pass, pass, pass, pass, pass] {
        GET "/" => hello,
    }
}

app! {
    fn ten_that_look(state: &'static str) -> Router
    with [look, look, look, look, look, look, look, look, look, look] {
        GET "/" => hello,
    }
}

app! {
    fn sixteen() -> Router with [
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
    ] {
        GET "/" => hello,
    }
}

app! {
    fn seventeen() -> Router with [
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
        pass,
    ] {
        GET "/" => hello,
    }
}

app! {
    fn scoped() -> Router with [pass] {
        scope with [pass] {
            GET "/" => hello,
        }
    }
}

app! {
    fn scoped_without_a_list() -> Router with [pass] {
        scope {
            GET "/" => hello,
        }
    }
}

app! {
    fn going_without(state: &'static str) -> Router
    with [pass, other, pass, other if state.is_empty()] {
        GET "/items/{id}" => stateful,
        GET "/without/{id}" => stateful without [other],
        scope "/scope" without [pass] {
            GET "/{id}" => stateful,
        }
    }
}

#[middleware]
async fn other(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[test]
fn a_stateful_app_without_middleware_allocates_as_often_as_axum() {
    let axum = Router::new()
        .route("/items/{id}", get(stateful))
        .with_state("item");
    assert_eq!(
        allocations(bare_with_state("item"), "/items/7"),
        allocations(axum, "/items/7"),
    );
}

/// axum clones a route for each request, and the clone of a stateless function does not allocate.
/// The clone of a route with a stack does.
#[test]
fn a_stateless_app_without_middleware_allocates_once_more_than_axum() {
    let axum = Router::new().route("/", get(hello));
    assert_eq!(allocations(bare(), "/"), allocations(axum, "/") + 1);
}

#[test]
fn up_to_sixteen_middleware_that_pass_through_add_no_allocation() {
    let none = allocations(bare(), "/");
    assert_eq!(allocations(one(), "/"), none);
    assert_eq!(allocations(ten(), "/"), none);
    assert_eq!(allocations(sixteen(), "/"), none);
}

/// Each sixteen middleware share one box.
#[test]
fn ten_middleware_with_an_extractor_add_no_allocation() {
    assert_eq!(
        allocations(ten_that_look("state"), "/"),
        allocations(bare(), "/")
    );
}

#[test]
fn the_seventeenth_middleware_adds_one_allocation() {
    assert_eq!(
        allocations(seventeen(), "/"),
        allocations(sixteen(), "/") + 1
    );
}

#[test]
fn a_scope_adds_one_allocation_only_if_it_has_a_list() {
    assert_eq!(allocations(scoped(), "/"), allocations(one(), "/") + 1);
    assert_eq!(
        allocations(scoped_without_a_list(), "/"),
        allocations(one(), "/")
    );
}

/// An excluded entry allocates on neither kind of route.
#[test]
fn without_adds_no_allocation() {
    let bare = allocations(bare_with_state("item"), "/items/7");
    for path in ["/items/7", "/without/7", "/scope/7"] {
        assert_eq!(allocations(going_without("item"), path), bare, "{path}");
    }
}

/// The future of a stack is in one box, so its size is part of the bytes of a request.
/// Each middleware adds its request, three pointers
/// and a few flags.
#[test]
fn a_middleware_that_passes_through_adds_at_most_a_request_and_40_bytes_to_the_future() {
    let future = bytes(ten(), "/") - bytes(bare(), "/");
    let request = size_of::<Request>() as u64;
    assert!(future <= 10 * (request + 40), "{future} bytes");
}

/// A middleware that reads the request and extracts the state
/// stores the request only once, too.
#[test]
fn a_middleware_with_an_extractor_adds_at_most_a_request_and_60_bytes_to_the_future() {
    let future = bytes(ten_that_look("state"), "/") - bytes(bare(), "/");
    let request = size_of::<Request>() as u64;
    assert!(future <= 10 * (request + 60), "{future} bytes");
}

#[test]
fn the_counter_counts_a_box_as_one_allocation() {
    let info = measure(|| drop(std::hint::black_box(Box::new(7_u8))));
    assert_eq!(info.count_total, 1);
}

/// If the request were a parameter of each function on the way to the arguments, each future would have
/// room for it. A request would then take 1112 bytes more than in axum.
#[test]
fn the_future_of_a_handler_has_room_for_two_requests_more_than_axum_at_most() {
    let axum = Router::new()
        .route("/items/{id}", get(stateful))
        .with_state("item");
    let ours = bytes(bare_with_state("item"), "/items/7");
    let request = size_of::<Request>() as u64;
    assert!(
        ours <= bytes(axum, "/items/7") + 2 * request,
        "{ours} bytes"
    );
}
