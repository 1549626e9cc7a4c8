//! `#[middleware]`: all that a function may be, and a middleware written by hand.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{FromRequest, FromRequestParts, Path, Query, RawQuery, State},
    response::IntoResponse,
};
use concentric::{
    Contract, Endpoint, HttpError, Middleware, Next, Request, Requires, Response, app, middleware,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, request::Parts};

use crate::support::{Events, OnDrop, Site, request, said, send, send_request};

#[middleware]
async fn nothing(_: Request, _: Next) {}

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
async fn a_middleware_returns_any_response() {
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

/// Tells when it is dropped.
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
        GET "/" => said("handler"),
    }
}

#[tokio::test]
async fn what_a_middleware_takes_is_kept_until_it_is_done() {
    let site = Site::new(holding);
    let trace = site.trace("GET", "/").await;
    let (kept, dropped) = trace.split_at(2);
    assert_eq!(kept, ["handler", "leave"]);
    let count = |event| dropped.iter().filter(|one| *one == event).count();
    assert_eq!((count("drop one"), count("drop other")), (3, 3));
}

#[middleware]
async fn answer_itself(State(events): State<Events>, _req: Request, _next: Next) {
    events.add("answer");
}

app! {
    fn answering(state: Events) -> Router with [answer_itself] {
        GET "/" => said("handler"),
    }
}

#[tokio::test]
async fn a_request_is_kept_by_who_does_not_use_it() {
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

/// Beside that of axum.
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
async fn rare_forms_of_a_middleware_compile() {
    let site = Site::new(of_rare_forms);
    assert_eq!(site.trace("GET", "/quote").await, ["200 so it is"]);
    assert_eq!(site.trace("GET", "/states").await, ["two states", "200 0"]);
}

#[middleware]
#[allow(clippy::too_many_arguments, reason = "it is the most there may be")]
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
async fn a_middleware_takes_sixteen_extractors() {
    let site = Site::new(of_sixteen);
    assert_eq!(
        site.trace("GET", "/7?k=1").await,
        [r#"sixteen 7 [("k", 1)]"#, "200 handler"]
    );
    // The first one that fails decides.
    let reply = site.trace("GET", "/x?k=y").await;
    assert_eq!(reply, ["400 Invalid URL: Cannot parse `x` to a `u8`"]);
}

/// Reads the body with an extractor of axum, and puts it back.
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
async fn a_middleware_has_the_state_and_may_take_the_body() {
    let site = Site::new(reading);
    let req = request("POST", "/").map(|_| "hello".into());
    assert_eq!(send_request(&site.app, req).await.brief(), "200 hello");
    assert_eq!(site.events.take(), ["read 5 bytes"]);
}

/// Requires a number of those further out, and works in any application.
struct Double;

impl Contract for Double {
    type Provides = (u64,);
}

impl<S: Send + Sync + 'static> Middleware<S, Requires<u32>> for Double {
    async fn handle<'a, E: Endpoint<S>>(
        &'a self,
        req: Request,
        next: Next<'a, (u64,), S, E>,
    ) -> Response {
        let number = req.extensions().get::<u32>().copied().unwrap();
        next.provide(u64::from(number) * 2).run(req).await
    }
}

/// Works in an application with this state only, which it reads.
struct OfState(&'static str);

impl Contract for OfState {
    type Provides = (u32,);
}

impl Middleware<Events> for OfState {
    async fn handle<'a, E: Endpoint<Events>>(
        &'a self,
        req: Request,
        next: Next<'a, (u32,), Events, E>,
    ) -> Response {
        next.state().add(self.0);
        next.provide(21).run(req).await
    }
}

app! {
    fn by_hand(state: Events) -> Router with [OfState("by hand"), Double] {
        GET "/" => async |number: concentric::Provided<u64>| number.to_string(),
    }
}

#[tokio::test]
async fn a_middleware_may_be_written_by_hand() {
    let site = Site::new(by_hand);
    assert_eq!(site.trace("GET", "/").await, ["by hand", "200 42"]);
}

mod elsewhere {
    //! What is seen of a middleware from outside of its module.

    use concentric::{Next as Rest, Request as Req, Response};

    /// A middleware whose types have been imported under other names.
    #[concentric::middleware]
    pub(super) async fn renamed(mut req: Req, mut next: Rest) -> Response {
        next = next.clone();
        req.headers_mut()
            .insert("x-seen", super::HeaderValue::from_static("renamed"));
        next.run(req).await
    }

    /// A middleware whose types have not been imported.
    #[concentric::middleware]
    pub(in crate::middleware) async fn in_full(
        req: ::axum::extract::Request,
        next: ::concentric::Next<u8>,
    ) -> ::axum::response::Response {
        next.provide(7).run(req).await
    }
}

app! {
    fn from_elsewhere() -> Router with [elsewhere::renamed, self::elsewhere::in_full] {
        GET "/" => async |headers: HeaderMap, number: concentric::Provided<u8>| {
            format!("{:?} {}", headers["x-seen"], *number)
        },
    }
}

#[tokio::test]
async fn a_middleware_is_an_item_like_any_other() {
    let reply = send(&from_elsewhere(), "GET", "/").await;
    assert_eq!(reply.brief(), r#"200 "renamed" 7"#);
}

/// There is no such feature, so there is no such middleware.
#[cfg(any())]
#[middleware]
async fn left_out(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[cfg(not(any()))]
#[middleware]
async fn left_in(
    #[config]
    #[allow(unused_variables, reason = "an attribute of a parameter")]
    text: &str,
    req: Request,
    next: Next,
) -> Response {
    next.run(req).await
}

#[tokio::test]
async fn the_attributes_of_the_function_are_kept() {
    // A middleware is a value, with a name to be shown, and can be made inside of a function.
    #[middleware]
    #[allow(clippy::unused_async, reason = "an attribute of the function")]
    async fn local(_: Request, _: Next) -> &'static str {
        "local"
    }

    app! {
        fn attributed() -> Router with [left_in("text"), local] {
            GET "/" => async || "handler",
        }
    }

    assert_eq!(send(&attributed(), "GET", "/").await.brief(), "200 local");
    assert_eq!(format!("{:?} {local:?}", left_in("text")), "left_in local");
}
