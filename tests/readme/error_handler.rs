//! A middleware that handles errors.

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse},
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use tower::ServiceExt;

/// Logs errors with their sources, and answers 404 with a page.
#[middleware]
async fn handle_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    match next.try_run(req).await {
        Err(error) if error.status() == StatusCode::NOT_FOUND => {
            Ok((error.status(), Html("<h1>Not here</h1>")).into_response())
        }
        Err(error) => {
            tracing::error!(source = ?error.source(), "{error}");
            Err(error)
        }
        response => response,
    }
}

app! {
    pub fn site() -> axum::Router with [handle_errors] {
        GET "/conflict" => || async { HttpError::conflict("taken").with_source("twice") },
    }
}

#[tokio::test]
async fn the_error_handler_answers_with_a_page_and_with_json() {
    for (path, answer) in [
        ("/nowhere", "<h1>Not here</h1>"),
        ("/conflict", r#"{"detail":"taken"}"#),
    ] {
        let req = Request::get(path).body(axum::body::Body::empty()).unwrap();
        let response = site().oneshot(req).await.unwrap();
        let body = axum::body::to_bytes(response.into_body(), 100)
            .await
            .unwrap();
        assert_eq!(body, answer);
    }
}
