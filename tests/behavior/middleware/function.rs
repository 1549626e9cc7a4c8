//! The function under `#[middleware]`: its parameters and what it returns.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{FromRequest, FromRequestParts, Path, Query, RawQuery, State},
    response::IntoResponse,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::{HeaderMap, Method, StatusCode, Uri, request::Parts};

use crate::support::{Events, OnDrop, Site, request, say, send, send_request};

#[middleware]
async fn nothing(_: Request, _: Next) -> Response {
    Response::default()
}

#[middleware]
async fn status(_: Request, _: Next) -> Result<Response, StatusCode> {
    Err(StatusCode::PAYMENT_REQUIRED)
}

#[middleware]
async fn tuple(_: Request, _: Next) -> (StatusCode, [(&'static str, &'static str); 1], String) {
    (StatusCode::CREATED, [("x-made", "yes")], "made".to_owned())
}

#[middleware]
async fn opaque(req: Request, next: Next) -> impl IntoResponse {
    (StatusCode::ACCEPTED, next.run(req).await)
}

#[middleware]
async fn question_mark(req: Request, next: Next) -> Result<Response, HttpError> {
    let _: u32 = "seven".parse()?;
    Ok(next.run(req).await)
}

app! {
    fn returning() -> Router {
        GET "/nothing" => async || "handler" with [nothing],
        GET "/status" => async || "handler" with [status],
        GET "/tuple" => async || "handler" with [tuple],
        GET "/opaque" => async || "handler" with [opaque],
        GET "/question-mark" => async || "handler" with [question_mark],
    }
}

#[tokio::test]
async fn a_middleware_may_return_any_response() {
    let app = returning();
    for (path, answer) in [
        ("/nothing", "200 "),
        ("/status", "402 "),
        ("/tuple", "201 made"),
        ("/opaque", "202 handler"),
        (
            "/question-mark",
            r#"500 {"detail":"Internal Server Error"}"#,
        ),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), answer, "{path}");
    }
}

/// Records when it is dropped.
struct Permit {
    _one: OnDrop,
    _other: OnDrop,
}

impl FromRequestParts<Events> for Permit {
    type Rejection = Infallible;

    async fn from_request_parts(_: &mut Parts, events: &Events) -> Result<Self, Infallible> {
        Ok(Self {
            _one: events.on_drop("drop one"),
            _other: events.on_drop("drop other"),
        })
    }
}

#[middleware]
async fn hold(
    _: Permit,
    Permit { _one, .. }: Permit,
    _permit: Permit,
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Response {
    let response = next.run(req).await;
    events.add("leave");
    response
}

app! {
    fn holding(state: Events) -> Router with [hold] {
        GET "/" => say("handler"),
    }
}

#[tokio::test]
async fn the_arguments_of_a_middleware_live_until_it_returns() {
    let site = Site::new(holding);
    let trace = site.trace("GET", "/").await;
    let (kept, dropped) = trace.split_at(2);
    assert_eq!(kept, ["handler", "leave"]);
    let count = |event| dropped.iter().filter(|one| *one == event).count();
    assert_eq!((count("drop one"), count("drop other")), (3, 3));
}

#[middleware]
async fn answer_itself(State(events): State<Events>, _req: Request, _next: Next) -> Response {
    events.add("answer");
    Response::default()
}

app! {
    fn answering(state: Events) -> Router with [answer_itself] {
        GET "/" => say("handler"),
    }
}

#[tokio::test]
async fn an_unused_request_lives_until_the_middleware_returns() {
    let site = Site::new(answering);
    let mut req = request("GET", "/");
    let guard = Arc::new(site.events.on_drop("drop request"));
    req.extensions_mut().insert(guard);
    send_request(&site.app, req).await;
    assert_eq!(site.events.take(), ["answer", "drop request"]);
}

struct Quote<'a>(&'a str);

impl IntoResponse for Quote<'_> {
    fn into_response(self) -> Response {
        self.0.to_owned().into_response()
    }
}

#[middleware]
async fn quote<'a>(#[config] text: &'a str, _: Request, _: Next) -> Quote<'a> {
    Quote(text)
}

/// A second extractor named `State`.
mod other {
    pub(super) struct State<T>(pub(super) T);

    impl<S: Sync, T: Default> axum::extract::FromRequestParts<S> for State<T> {
        type Rejection = std::convert::Infallible;

        async fn from_request_parts(
            _: &mut http::request::Parts,
            _: &S,
        ) -> Result<Self, Self::Rejection> {
            Ok(Self(T::default()))
        }
    }
}

#[middleware]
async fn two_states(
    other::State(number): other::State<u32>,
    axum::extract::State(events): axum::extract::State<Events>,
    _: Request,
    _: Next,
) -> String {
    events.add("two states");
    number.to_string()
}

app! {
    fn of_rare_forms(state: Events) -> Router {
        GET "/quote" => async || "handler" with [quote("so it is")],
        GET "/states" => async || "handler" with [two_states],
    }
}

#[tokio::test]
async fn a_borrowed_response_and_two_types_named_state_compile() {
    let site = Site::new(of_rare_forms);
    assert_eq!(site.trace("GET", "/quote").await, ["200 so it is"]);
    assert_eq!(site.trace("GET", "/states").await, ["two states", "200 0"]);
}

#[middleware]
#[allow(clippy::too_many_arguments, reason = "sixteen is the maximum")]
async fn sixteen(
    Path(a): Path<u8>,
    _b: Method,
    _c: Uri,
    _d: HeaderMap,
    _e: RawQuery,
    _f: Path<u16>,
    _g: Method,
    _h: Uri,
    _i: HeaderMap,
    _j: RawQuery,
    _k: Path<u32>,
    _l: Method,
    _m: Uri,
    _n: HeaderMap,
    State(events): State<Events>,
    Query(query): Query<Vec<(String, u32)>>,
    req: Request,
    next: Next,
) -> Response {
    events.add(format!("sixteen {a} {query:?}"));
    next.run(req).await
}

app! {
    fn of_sixteen(state: Events) -> Router {
        GET "/{id}" => async || "handler" with [sixteen],
    }
}

#[tokio::test]
async fn a_middleware_may_have_sixteen_extractors() {
    let site = Site::new(of_sixteen);
    assert_eq!(
        site.trace("GET", "/7?k=1").await,
        [r#"sixteen 7 [("k", 1)]"#, "200 handler"]
    );
    // The first rejection is the response.
    let reply = site.trace("GET", "/x?k=y").await;
    assert_eq!(
        reply,
        [r#"400 {"detail":"Invalid URL: Cannot parse `x` to a `u8`"}"#]
    );
}

/// Reads the body with an extractor of axum, and restores it.
#[middleware]
async fn read_body(
    State(events): State<Events>,
    req: Request,
    next: Next,
) -> Result<Response, Response> {
    let (parts, body) = req.into_parts();
    let bytes = Bytes::from_request(Request::new(body), next.state())
        .await
        .map_err(IntoResponse::into_response)?;
    events.add(format!("read {} bytes", bytes.len()));
    let req = Request::from_parts(parts, Body::from(bytes));
    Ok(next.run(req).await)
}

app! {
    fn reading(state: Events) -> Router with [read_body] {
        POST "/" => async |body: String| body,
    }
}

#[tokio::test]
async fn a_middleware_can_read_the_state_and_the_body() {
    let site = Site::new(reading);
    let req = request("POST", "/").map(|_| "hello".into());
    assert_eq!(send_request(&site.app, req).await.brief(), "200 hello");
    assert_eq!(site.events.take(), ["read 5 bytes"]);
}
