//! Middleware that answer errors or pass them on.

use axum::{
    Router,
    extract::{Path, State},
    response::{Html, IntoResponse},
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::{HeaderName, HeaderValue, StatusCode, header};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::{Events, Site, record_outcome, send};

/// Adds a header to every response of `next`.
#[middleware]
async fn sign(#[config] name: &'static str, req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    response
        .headers_mut()
        .append("x-signed", HeaderValue::from_static(name));
    response
}

/// Turns an error into a page and keeps its headers.
#[middleware]
async fn error_page(req: Request, next: Next) -> Response {
    match next.try_run(req).await {
        Ok(response) => response,
        Err(error) => {
            let page = Html(format!("<p>{}</p>", error.detail()));
            (error.status(), error.headers().clone(), page).into_response()
        }
    }
}

/// Answers errors with this status and passes others on.
#[middleware]
async fn answer_for(
    #[config] status: &StatusCode,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    match next.try_run(req).await {
        Err(error) if error.status() == *status => Ok(error.detail().to_owned().into_response()),
        result => result,
    }
}

app! {
    fn pages() -> Router with [sign("app"), error_page, sign("inner")] {
        GET "/" => async || "handler",
        GET "/error" => async || {
            HttpError::too_many_requests("later")
                .with_header(header::RETRY_AFTER, HeaderValue::from_static("7"))
        },
        GET "/rejection/{id}" => async |Path(id): Path<u32>| id.to_string(),
        GET "/panic" => async || -> () { panic!("on purpose") },
    }
}

#[tokio::test]
async fn a_middleware_can_turn_every_error_into_a_page() {
    let app = pages();
    assert_eq!(
        send(&app, "GET", "/").await,
        "200\ncontent-length: 7\ncontent-type: text/plain; charset=utf-8\nx-signed: app\n\
         x-signed: inner\n\nhandler"
    );
    // The header that the inner `sign` added is kept.
    assert_eq!(
        send(&app, "GET", "/error").await,
        "429\ncontent-length: 12\ncontent-type: text/html; charset=utf-8\nretry-after: 7\n\
         x-signed: app\nx-signed: inner\n\n<p>later</p>"
    );
    assert_eq!(
        send(&app, "GET", "/rejection/x").await,
        "400\ncontent-length: 47\ncontent-type: text/html; charset=utf-8\nx-signed: app\n\
         x-signed: inner\n\n<p>Invalid URL: Cannot parse `x` to a `u32`</p>"
    );
    // A panic has dropped the inner `sign`, so its header is missing.
    assert_eq!(
        send(&app, "GET", "/panic").await,
        "500\ncontent-length: 28\ncontent-type: text/html; charset=utf-8\nx-signed: app\n\n\
         <p>Internal Server Error</p>"
    );
    assert_eq!(
        send(&app, "PUT", "/").await,
        "405\nallow: GET,HEAD\ncontent-length: 25\ncontent-type: text/html; charset=utf-8\n\
         x-signed: app\nx-signed: inner\n\n<p>Method Not Allowed</p>"
    );
}

app! {
    fn headers_survive(state: Events) -> Router with [
        record_outcome,
        sign("a"),
        record_outcome,
        SetResponseHeaderLayer::overriding(
            HeaderName::from_static("x-layer"),
            HeaderValue::from_static("layer"),
        ),
        sign("b"),
    ] {
        GET "/" => async || HttpError::conflict("taken")
            .with_header(header::RETRY_AFTER, HeaderValue::from_static("7")),
    }
}

#[tokio::test]
async fn an_error_passed_on_keeps_the_headers_that_inner_middleware_added() {
    let site = Site::new(headers_survive);
    assert_eq!(
        site.send("GET", "/").await,
        "409\ncontent-length: 18\ncontent-type: application/json\nretry-after: 7\nx-layer: layer\n\
         x-signed: a\nx-signed: b\n\n{\"detail\":\"taken\"}"
    );
    assert_eq!(site.events.take(), ["Err 409: taken", "Err 409: taken"]);
}

app! {
    fn some_answered(state: Events) -> Router
    with [record_outcome, answer_for(StatusCode::NOT_FOUND), record_outcome] {
        GET "/404" => async || HttpError::not_found("no such thing"),
        GET "/409" => async || HttpError::conflict("taken"),
        GET "/handler" => async || (StatusCode::NOT_FOUND, "handler"),
    }
}

#[tokio::test]
async fn an_answered_error_is_ok_for_outer_middleware() {
    let site = Site::new(some_answered);
    assert_eq!(
        site.trace("GET", "/404").await,
        ["Err 404: no such thing", "Ok 200", "200 no such thing"]
    );
    assert_eq!(
        site.trace("GET", "/409").await,
        [
            "Err 409: taken",
            "Err 409: taken",
            r#"409 {"detail":"taken"}"#
        ]
    );
    assert_eq!(
        site.trace("GET", "/handler").await,
        ["Ok 404", "Ok 404", "404 handler"]
    );
}

/// Runs `next` again after an error.
#[middleware]
async fn try_again(State(events): State<Events>, req: Request, next: Next) -> Response {
    let (parts, _) = req.into_parts();
    let again = || Request::from_parts(parts.clone(), axum::body::Body::empty());
    match next.clone().try_run(again()).await {
        Ok(response) => response,
        Err(error) => {
            events.add(format!("again after {error}"));
            next.run(again()).await
        }
    }
}

app! {
    fn flaky(state: Events) -> Router with [try_again, record_outcome] {
        GET "/" => async |State(events): State<Events>| {
            events.add("handler");
            HttpError::service_unavailable("not now")
        },
    }
}

#[tokio::test]
async fn a_middleware_can_run_the_inner_ones_again_after_an_error() {
    let site = Site::new(flaky);
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "handler",
            "Err 503: not now",
            "again after 503: not now",
            "handler",
            "Err 503: not now",
            r#"503 {"detail":"not now"}"#,
        ]
    );
}

app! {
    fn debug(state: Events) -> Router with [record_outcome] {
        HEAD "/" => async || HttpError::conflict("taken"),
        GET "/get" => async || HttpError::conflict("taken"),
    }
}

#[tokio::test]
async fn an_error_on_a_head_request_has_headers_and_no_body() {
    let site = Site::new(debug);
    for path in ["/", "/get"] {
        assert_eq!(
            site.send("HEAD", path).await,
            "409\ncontent-length: 18\ncontent-type: application/json\n\n",
            "{path}"
        );
        assert_eq!(site.events.take(), ["Err 409: taken"]);
    }
}
