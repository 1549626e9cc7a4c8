//! Handlers: any async function of extractors, without an attribute.

use std::{fmt::Debug, future::Future, sync::Arc};

use axum::{
    Form, Json, Router,
    extract::{MatchedPath, OriginalUri, Path, Query, RawQuery, State},
    response::{Html, IntoResponse},
};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::{HeaderMap, Method, StatusCode, Uri, Version};

use crate::support::{request, send, send_request};

async fn path() -> &'static str {
    "path"
}

struct Pages;

impl Pages {
    async fn index() -> &'static str {
        "associated"
    }
}

async fn generic<T: Default + Debug + Send>() -> String {
    format!("{:?}", T::default())
}

/// Returns a handler.
fn saying(text: String) -> impl Fn(Path<u32>) -> std::future::Ready<String> + Clone + Send + Sync {
    move |Path(id)| std::future::ready(format!("{text} {id}"))
}

/// Not an `async fn`, but a function that returns a future.
#[allow(
    clippy::manual_async_fn,
    reason = "the test is about a function that returns a future"
)]
fn future(method: Method) -> impl Future<Output = impl IntoResponse> + Send {
    async move { (StatusCode::ACCEPTED, method.to_string()) }
}

async fn fallible(Query(query): Query<Vec<(String, String)>>) -> Result<Json<usize>, HttpError> {
    if query.is_empty() {
        return Err(HttpError::bad_request("say something"));
    }
    Ok(Json(query.len()))
}

async fn whole_request(req: Request) -> String {
    format!("{} {}", req.method(), req.uri())
}

async fn body(State(text): State<Arc<str>>, body: String) -> String {
    format!("{text}{body}")
}

async fn json(Json(numbers): Json<Vec<u32>>) -> Json<u32> {
    Json(numbers.iter().sum())
}

async fn form(Form(fields): Form<Vec<(String, String)>>) -> Html<String> {
    Html(format!("{fields:?}"))
}

async fn optional(path: Option<Path<u32>>, matched: Option<MatchedPath>) -> String {
    format!("{:?} {}", path.map(|path| path.0), matched.is_some())
}

/// Provides a number.
#[middleware]
async fn provide_seven(req: Request, next: Next<u8>) -> Response {
    next.provide(7).run(req).await
}

#[allow(
    clippy::many_single_char_names,
    clippy::too_many_arguments,
    reason = "sixteen is the maximum"
)]
async fn sixteen(
    State(a): State<Arc<str>>,
    b: Provided<u8>,
    Path(c): Path<u32>,
    d: Method,
    e: Uri,
    f: Version,
    _g: HeaderMap,
    RawQuery(h): RawQuery,
    i: MatchedPath,
    _j: OriginalUri,
    _k: Query<Vec<(String, String)>>,
    _l: Method,
    _m: Uri,
    _n: Version,
    o: Provided<u8>,
    p: String,
) -> String {
    let (b, o, h, i) = (*b, *o, h.as_deref(), i.as_str());
    format!("{a} {b} {c} {d} {e} {f:?} {h:?} {i} {o} {p}")
}

app! {
    fn handlers(state: Arc<str>, captured: &str) -> Router with [provide_seven] {
        GET "/path" => path,
        GET "/full-path" => crate::app::handlers::path,
        GET "/associated" => Pages::index,
        GET "/generic" => generic::<Option<u32>>,
        GET "/closure" => || async { "closure" },
        GET "/async-closure" => async || "async closure",
        GET "/captured" => {
            let captured = captured.to_owned();
            move |method: Method| {
                let captured = captured.clone();
                async move { format!("{method} {captured}") }
            }
        },
        GET "/call/{id}" => saying(captured.to_uppercase()),
        GET "/future" => future,
        GET "/fallible" => fallible,
        POST "/request" => whole_request,
        POST "/body" => body,
        POST "/json" => json,
        POST "/form" => form,
        GET "/optional" => optional,
        POST "/sixteen/{id}" => sixteen,
        fallback => optional,
    }
}

#[tokio::test]
async fn a_handler_is_a_path_a_closure_or_a_call_that_returns_one() {
    let app = handlers("state".into(), "captured");
    for (path, answer) in [
        ("/path", "200 path"),
        ("/full-path", "200 path"),
        ("/associated", "200 associated"),
        ("/generic", "200 None"),
        ("/closure", "200 closure"),
        ("/async-closure", "200 async closure"),
        ("/captured", "200 GET captured"),
        ("/call/7", "200 CAPTURED 7"),
        ("/future", "202 GET"),
        ("/fallible?a=1&b=2", "200 2"),
        ("/fallible", r#"400 {"detail":"say something"}"#),
        ("/optional", "200 None true"),
        ("/nope", "200 None false"),
    ] {
        assert_eq!(send(&app, "GET", path).await.brief(), answer, "{path}");
    }
}

#[tokio::test]
async fn the_last_argument_may_take_the_body() {
    let app = handlers("state".into(), "captured");
    for (path, content_type, body, answer) in [
        (
            "/request?q=1",
            "text/plain",
            "body",
            "200 POST /request?q=1",
        ),
        ("/body", "text/plain", "body", "200 statebody"),
        ("/json", "application/json", "[1,2,3]", "200 6"),
        (
            "/form",
            "application/x-www-form-urlencoded",
            "a=1&b=2",
            r#"200 [("a", "1"), ("b", "2")]"#,
        ),
    ] {
        let mut req = request("POST", path).map(|_| body.into());
        req.headers_mut()
            .insert("content-type", content_type.parse().unwrap());
        assert_eq!(send_request(&app, req).await.brief(), answer, "{path}");
    }
}

#[tokio::test]
async fn a_handler_may_have_sixteen_arguments() {
    let app = handlers("state".into(), "captured");
    let req = request("POST", "/sixteen/9?q=1").map(|_| "body".into());
    assert_eq!(
        send_request(&app, req).await.brief(),
        "200 state 7 9 POST /sixteen/9?q=1 HTTP/1.1 Some(\"q=1\") /sixteen/{id} 7 body"
    );
}

/// A handler named like a keyword of `app!`.
async fn fallback() -> &'static str {
    "fallback"
}

async fn scope() -> &'static str {
    "scope"
}

mod mount {
    pub(crate) async fn merge() -> &'static str {
        "merge"
    }
}

app! {
    fn named_like_words() -> Router {
        GET "/scope" => scope,
        GET "/merge" => mount::merge
        POST "/merge" => mount::merge,
        fallback => fallback,
    }
}

#[tokio::test]
async fn a_handler_may_be_named_like_a_keyword_of_app() {
    let router = named_like_words();
    for (path, answer) in [
        ("/scope", "scope"),
        ("/merge", "merge"),
        ("/nope", "fallback"),
    ] {
        assert_eq!(send(&router, "GET", path).await.body, answer);
    }
}
