//! An application that uses each part of the language.

use axum::Router;
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use tower::ServiceExt;

#[derive(Clone)]
struct Site {
    is_slow: bool,
}

#[middleware]
async fn delay(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    response.headers_mut().insert("x-slow", 1.into());
    response
}

#[middleware]
async fn rewrite_language(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn load_session(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn check_csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn authenticate(_req: Request, _next: Next<u8>) -> HttpError {
    HttpError::unauthorized("who are you?")
}

async fn index() {}

async fn show_account(_: Provided<u8>) {}

async fn log_in() {}

app! {
    fn site(state: Site) -> Router
    before routing [rewrite_language] // runs before the route is matched
    with [log_requests, delay if state.is_slow] { // decided once, when the application is built
        stack browser = [load_session, check_csrf], // a named list

        GET "/" => index with [..browser],
        scope "/account" with [..browser, authenticate] {
            GET "/" => show_account,
            // Decided at compile time: an error if the handler requires what is excluded.
            POST "/login" => log_in without [authenticate],
        }
    }
}

#[tokio::test]
async fn the_tour_answers_as_its_comments_say() {
    for (method, path, status) in [
        ("GET", "/", 200),
        ("GET", "/account", 401),
        ("POST", "/account/login", 200),
        ("GET", "/account/login", 401),
    ] {
        let req = Request::builder().method(method).uri(path);
        let req = req.body(axum::body::Body::empty()).unwrap();
        let site = site(Site { is_slow: false });
        let response = site.oneshot(req).await.unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
        assert!(!response.headers().contains_key("x-slow"), "{path}");
    }
    let slow = site(Site { is_slow: true });
    let response = slow
        .oneshot(Request::new(axum::body::Body::empty()))
        .await
        .unwrap();
    assert_eq!(response.headers()["x-slow"], "1");
}
