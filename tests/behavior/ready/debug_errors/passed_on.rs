//! What stays as it is.

use axum::Router;
use concentric::{HttpError, app, debug_errors, problem_details};
use http::StatusCode;

use super::{accepting, site};
use crate::support::{Events, Server, Site, request, send, send_request};

#[tokio::test]
async fn the_error_stays_an_error_with_its_status_and_headers() {
    let site = Site::new(site);
    let reply = site.send("GET", "/503").await;
    assert_eq!(reply.status, 503);
    assert_eq!(reply.header("retry-after"), ["7"]);
    assert_eq!(reply.header("content-type"), ["text/plain; charset=utf-8"]);
    let length = reply.body.len().to_string();
    assert_eq!(reply.header("content-length"), [length]);
    assert_eq!(site.events.take(), ["Err 503: no database"]);
}

#[tokio::test]
async fn other_errors_and_responses_do_not_change() {
    let app = site(Events::default());
    for (path, answer) in [
        ("/404", r#"404 {"detail":"no such order"}"#),
        ("/nope", r#"404 {"detail":"Not Found"}"#),
        ("/ok", "200 fine"),
        ("/plain-500", "500 handler"),
        ("/304", "304 "),
    ] {
        assert_eq!(accepting(&app, path, "text/html").await.brief(), answer);
    }
}

#[tokio::test]
async fn a_head_request_has_the_length_of_the_page_and_no_body() {
    let app = site(Events::default());
    let head = send_request(&app, request("HEAD", "/503")).await;
    assert_eq!((head.status, &*head.body), (503, ""));
    let length: usize = head.header("content-length")[0].parse().unwrap();
    assert!(length > 100);
}

app! {
    fn around_problems(state: Events) -> Router
    with [debug_errors(around_problems::ROUTES), problem_details] {
        GET "/500" => async || HttpError::internal("broken"),
        GET "/409" => async || HttpError::conflict("taken"),
        GET "/204" => async || HttpError::new(StatusCode::NO_CONTENT, "meant"),
        GET "/205" => async || HttpError::new(StatusCode::RESET_CONTENT, "meant"),
        GET "/304" => async || HttpError::new(StatusCode::NOT_MODIFIED, "meant"),
    }
}

#[tokio::test]
async fn problem_details_inside_renders_the_other_errors() {
    let app = around_problems(Events::default());
    let reply = send(&app, "GET", "/500").await;
    assert!(
        reply
            .body
            .starts_with("500 Internal Server Error\n\nSource\n\n    broken\n")
    );
    let reply = send(&app, "GET", "/409").await;
    assert_eq!(reply.header("content-type"), ["application/problem+json"]);
}

#[tokio::test]
async fn an_error_of_204_205_or_304_has_no_body_on_the_wire() {
    let server = Server::start(around_problems(Events::default())).await;
    for (path, whole) in [
        ("/204", "HTTP/1.1 204 No Content\n\n"),
        ("/205", "HTTP/1.1 205 Reset Content\ncontent-length: 0\n\n"),
        ("/304", "HTTP/1.1 304 Not Modified\n\n"),
    ] {
        assert_eq!(server.answer("GET", path).await, whole, "{path}");
        assert_eq!(server.answer("HEAD", path).await, whole, "HEAD {path}");
    }
}
