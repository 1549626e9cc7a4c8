//! Responses as targets.

use axum::{
    Json, Router,
    response::{Html, IntoResponse, Redirect},
};
use concentric::{HttpError, Response, app};
use http::StatusCode;

use crate::support::{Events, METHOD_NOT_ALLOWED, note, record_outcome, send};

/// A response that records each of its clones.
struct Cloned(Events);

impl Clone for Cloned {
    fn clone(&self) -> Self {
        self.0.add("clone");
        Self(self.0.clone())
    }
}

impl IntoResponse for Cloned {
    fn into_response(self) -> Response {
        "cloned".into_response()
    }
}

app! {
    fn responses(state: Events) -> Router {
        GET "/text" => "hello",
        GET "/owned" => format!("hello {}", 2),
        GET "/json" => Json(["a", "b"]),
        GET "/html" => Html("<p>hello</p>"),
        GET | POST "/status" => StatusCode::NO_CONTENT,
        GET "/tuple" => (StatusCode::CREATED, [("x-part", "head")], "text"),
        GET "/redirect" => Redirect::to("/text"),
        GET "/result" => Err::<&str, _>(StatusCode::CONFLICT),
        GET "/cloned" => Cloned(state.clone()),

        scope "/noted" with [note("scope")] {
            GET "/" => "noted" with [note("route")],
            GET "/error" => HttpError::conflict("taken") with [record_outcome],
            fallback => (StatusCode::NOT_FOUND, "nothing here"),
            method_not_allowed => (StatusCode::METHOD_NOT_ALLOWED, "another method"),
        }
    }
}

#[tokio::test]
async fn a_response_answers_its_path_and_methods() {
    let app = responses(Events::default());
    for (method, path, answer) in [
        ("GET", "/text", "200 hello"),
        ("HEAD", "/text", "200 "),
        ("GET", "/owned", "200 hello 2"),
        ("GET", "/json", r#"200 ["a","b"]"#),
        ("GET", "/html", "200 <p>hello</p>"),
        ("GET", "/status", "204 "),
        ("POST", "/status", "204 "),
        ("PUT", "/status", METHOD_NOT_ALLOWED),
        ("GET", "/tuple", "201 text"),
        ("GET", "/redirect", "303 "),
        ("GET", "/result", "409 "),
        ("POST", "/text", METHOD_NOT_ALLOWED),
    ] {
        let reply = send(&app, method, path).await;
        assert_eq!(reply.brief(), answer, "{method} {path}");
    }
}

#[tokio::test]
async fn a_response_keeps_its_headers() {
    let app = responses(Events::default());
    for (path, header, value) in [
        ("/text", "content-type", "text/plain; charset=utf-8"),
        ("/json", "content-type", "application/json"),
        ("/html", "content-type", "text/html; charset=utf-8"),
        ("/tuple", "x-part", "head"),
        ("/redirect", "location", "/text"),
    ] {
        assert_eq!(send(&app, "GET", path).await.header(header), [value]);
    }
    let head = send(&app, "HEAD", "/text").await;
    assert_eq!(head.header("content-length"), ["5"]);
}

#[tokio::test]
async fn a_response_is_cloned_for_each_request() {
    let events = Events::default();
    let app = responses(events.clone());
    events.take();
    for _ in 0..2 {
        assert_eq!(send(&app, "GET", "/cloned").await.brief(), "200 cloned");
        assert_eq!(events.take(), ["clone"]);
    }
}

#[tokio::test]
async fn lists_run_around_a_response() {
    let events = Events::default();
    let app = responses(events.clone());
    events.take();
    send(&app, "GET", "/noted").await;
    assert_eq!(
        events.take(),
        ["in scope", "in route", "out route", "out scope"]
    );
}

#[tokio::test]
async fn an_error_as_a_target_reaches_try_run() {
    let events = Events::default();
    let app = responses(events.clone());
    events.take();
    let reply = send(&app, "GET", "/noted/error").await;
    assert_eq!(reply.brief(), r#"409 {"detail":"taken"}"#);
    assert_eq!(events.take()[1], "Err 409: taken");
}

#[tokio::test]
async fn a_response_answers_as_fallback_and_as_method_not_allowed() {
    let app = responses(Events::default());
    let reply = send(&app, "GET", "/noted/x").await;
    assert_eq!(reply.brief(), "404 nothing here");
    let reply = send(&app, "POST", "/noted").await;
    assert_eq!(reply.brief(), "405 another method");
    assert_eq!(reply.header("allow"), ["GET,HEAD"]);
}
