//! `problem_details` renders errors as RFC 9457 says.

use std::time::Duration;

use axum::Router;
use concentric::{HttpError, app, problem_details};
use http::{HeaderValue, StatusCode, header};
use serde_json::json;
use tower_http::{limit::RequestBodyLimitLayer, timeout::TimeoutLayer};

use crate::support::{Events, Server, Site, record_outcome, request, send, send_request};

app! {
    fn problems(state: Events) -> Router with [record_outcome, problem_details, problem_details] {
        GET "/detail" => async || HttpError::conflict("taken")
            .with_header(header::RETRY_AFTER, HeaderValue::from_static("7")),
        GET "/question-mark" => async || Err::<(), _>(HttpError::internal("a secret")),
        GET "/own" => async || HttpError::conflict("taken").with_json(json!({
            "type": "https://example.com/taken",
            "title": "Taken",
            "status": 7,
            "fields": ["name"],
        })),
        GET "/list" => async || HttpError::conflict("taken").with_json([1]),
        GET "/204" => async || HttpError::new(StatusCode::NO_CONTENT, "nothing"),
        GET "/205" => async || HttpError::new(StatusCode::RESET_CONTENT, "again"),
        GET "/304" => async || HttpError::new(StatusCode::NOT_MODIFIED, "same"),
        GET "/own/304" =>
            async || HttpError::new(StatusCode::NOT_MODIFIED, "same").with_json(json!({})),
        GET "/ok" => async || "handler",
        GET "/409" => async || (StatusCode::CONFLICT, "handler"),
    }
}

#[tokio::test]
async fn problem_details_renders_every_error_and_no_other_response() {
    let site = Site::new(problems);
    for (path, outcome, answer) in [
        (
            "/detail",
            "Err 409: taken",
            r#"409 {"detail":"taken","status":409,"title":"Conflict"}"#,
        ),
        (
            "/question-mark",
            "Err 500: Internal Server Error (a secret)",
            r#"500 {"status":500,"title":"Internal Server Error"}"#,
        ),
        (
            "/own",
            "Err 409: taken",
            r#"409 {"detail":"taken","fields":["name"],"status":409,"title":"Taken","type":"https://example.com/taken"}"#,
        ),
        ("/list", "Err 409: taken", "409 [1]"),
        ("/304", "Err 304: same", "304 "),
        (
            "/nope",
            "Err 404: Not Found",
            r#"404 {"status":404,"title":"Not Found"}"#,
        ),
        ("/ok", "Ok 200", "200 handler"),
        ("/409", "Ok 409", "409 handler"),
    ] {
        assert_eq!(site.trace("GET", path).await, [outcome, answer], "{path}");
    }
}

#[tokio::test]
async fn problem_details_keeps_the_headers_and_sets_the_content_type() {
    let app = problems(Events::default());
    assert_eq!(
        send(&app, "GET", "/detail").await,
        "409\ncontent-length: 50\ncontent-type: application/problem+json\nretry-after: 7\n\n\
         {\"detail\":\"taken\",\"status\":409,\"title\":\"Conflict\"}"
    );
    let list = send(&app, "GET", "/list").await;
    assert_eq!(list.header("content-type"), ["application/json"]);
    assert_eq!(send(&app, "GET", "/304").await, "304\n\n");
}

#[tokio::test]
async fn problem_details_gives_no_body_to_a_204_205_or_304_on_the_wire() {
    let server = Server::start(problems(Events::default())).await;
    for (path, whole) in [
        ("/204", "HTTP/1.1 204 No Content\n\n"),
        ("/205", "HTTP/1.1 205 Reset Content\ncontent-length: 0\n\n"),
        ("/304", "HTTP/1.1 304 Not Modified\n\n"),
        ("/own/304", "HTTP/1.1 304 Not Modified\n\n"),
    ] {
        assert_eq!(server.answer("GET", path).await, whole, "{path}");
        assert_eq!(server.answer("HEAD", path).await, whole, "HEAD {path}");
    }
}

app! {
    fn limited() -> Router with [problem_details] {
        POST "/too-large" => async || "" with [RequestBodyLimitLayer::new(1)],
        POST "/504" => async || std::future::pending::<()>().await
            with [TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::ZERO)],
        POST "/408" => async || std::future::pending::<()>().await
            with [TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::ZERO)],
    }
}

#[tokio::test]
async fn problem_details_renders_an_empty_5xx_of_a_layer_and_no_other_response_of_it() {
    for (path, answer) in [
        ("/too-large", "413 length limit exceeded"),
        ("/504", r#"504 {"status":504,"title":"Gateway Timeout"}"#),
        ("/408", "408 "),
    ] {
        let mut request = request("POST", path);
        let length = HeaderValue::from_static("2");
        request.headers_mut().insert(header::CONTENT_LENGTH, length);
        let reply = send_request(&limited(), request).await;
        assert_eq!(reply.brief(), answer, "{path}");
    }
}
