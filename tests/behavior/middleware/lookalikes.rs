//! Bodies whose tokens look like a mistake in the use of `next`, and are none.

use axum::{Router, response::IntoResponse};
use concentric::{Next, Request, Response, app, middleware};
use http::StatusCode;

use crate::support::send;

/// The names that the macro would give its own type parameters.
struct AnyState;
struct InnerChain(AnyState);

#[middleware]
async fn another_next(req: Request, next: Next) -> Response {
    let InnerChain(AnyState) = InnerChain(AnyState);
    let response = next.run(req).await;
    let next = |number: u32| number + 1;
    assert_eq!(next(1), 2);
    response
}

#[middleware]
async fn awaited_later(req: Request, next: Next) -> Response {
    let response = next.run(req);
    let later = async move { (response.await, 1) };
    later.await.0
}

#[middleware]
async fn not_spawned(req: Request, next: Next) -> Response {
    let task = tokio::spawn(async { "12".chars().next() });
    let response = next.run(req).await;
    assert_eq!(task.await.ok().flatten(), Some('1'));
    response
}

#[middleware]
async fn dropped_response(req: Request, next: Next) -> impl IntoResponse {
    next.run(req).await;
    StatusCode::ACCEPTED
}

#[middleware]
async fn raw_name(req: Request, r#type: Next) -> Response {
    r#type.run(req).await
}

#[middleware]
async fn run_by_a_closure(req: Request, next: Next) -> Response {
    let run = |req| next.run(req);
    run(req).await
}

app! {
    fn site() -> Router {
        GET "/" => async || "Hello"
            with [another_next, awaited_later, not_spawned, raw_name, run_by_a_closure],
        GET "/dropped" => async || "Hello" with [dropped_response],
    }
}

#[tokio::test]
async fn correct_uses_of_next_are_not_mistakes() {
    let app = site();
    assert_eq!(send(&app, "GET", "/").await.brief(), "200 Hello");
    assert_eq!(send(&app, "GET", "/dropped").await.brief(), "202 ");
}
