//! A rejection has the shape of an error at once, with or without `try_run`.

use std::convert::Infallible;

use axum::{
    Form, Json, Router,
    body::{Body, Bytes},
    extract::{FromRequestParts, Path, Query},
    response::{Html, IntoResponse, Redirect},
};
use concentric::{HttpError, Response, app, problem_details};
use futures_util::stream;
use http::{HeaderValue, StatusCode, header, request::Parts};

use crate::support::{Events, Site, record_outcome, request, send, send_request};

/// An extractor whose rejection the query names.
struct Picky;

impl<S: Sync> FromRequestParts<S> for Picky {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Response> {
        let retry = [(header::RETRY_AFTER, HeaderValue::from_static("7"))];
        let pieces = |pieces: &[&'static [u8]]| {
            let pieces: Vec<_> = pieces
                .iter()
                .map(|piece| Bytes::from_static(piece))
                .collect();
            Body::from_stream(stream::iter(pieces.into_iter().map(Ok::<_, Infallible>)))
        };
        Err(match parts.uri.query() {
            Some("text") => (StatusCode::CONFLICT, retry, "picky").into_response(),
            Some("500") => (StatusCode::INTERNAL_SERVER_ERROR, retry, "a secret").into_response(),
            Some("empty") => (StatusCode::UNAUTHORIZED, retry).into_response(),
            Some("json") => (StatusCode::CONFLICT, retry, Json(["picky"])).into_response(),
            Some("object") => {
                let json = Json(serde_json::json!({ "code": 7 }));
                (StatusCode::CONFLICT, retry, json).into_response()
            }
            Some("html") => (StatusCode::CONFLICT, retry, Html("<p>")).into_response(),
            Some("stream") => {
                let kind = [(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"))];
                (StatusCode::CONFLICT, kind, pieces(&[b"a", b"b"])).into_response()
            }
            Some("redirect") => Redirect::to("/login").into_response(),
            Some("ok") => "fine".into_response(),
            _ => HttpError::forbidden("not you")
                .with_source("own".to_owned())
                .into_response(),
        })
    }
}

app! {
    fn untried() -> Router {
        GET "/path/{id}" => async |Path(id): Path<u32>| id.to_string(),
        GET "/query" => async |Query(query): Query<Vec<(String, u32)>>| query.len().to_string(),
        POST "/json" => async |Json(_): Json<u32>| "handler",
        POST "/form" => async |Form(_): Form<Vec<(String, u32)>>| "handler",
        POST "/text" => async |text: String| text,
        GET "/picky" => async |_: Picky| "handler",
    }
}

#[tokio::test]
async fn the_rejection_of_an_extractor_is_json_without_try_run() {
    let app = untried();
    assert_eq!(
        send(&app, "GET", "/path/x").await,
        "400\ncontent-length: 53\ncontent-type: application/json\n\n\
         {\"detail\":\"Invalid URL: Cannot parse `x` to a `u32`\"}"
    );
    for (path, kind, body, status) in [
        ("/json", "text/plain", &b"1"[..], 415),
        ("/json", "application/json", b"nonsense", 400),
        ("/json", "application/json", b"true", 422),
        ("/form", "text/plain", b"a=1", 415),
        ("/form", "application/x-www-form-urlencoded", b"a=b", 422),
        ("/text", "text/plain", b"\xff", 400),
    ] {
        let mut req = request("POST", path).map(|_| Body::from(body));
        let kind = HeaderValue::from_static(kind);
        req.headers_mut().insert(header::CONTENT_TYPE, kind);
        let reply = send_request(&app, req).await;
        assert_eq!(reply.status, status, "{path} {body:?}");
        assert_eq!(reply.header("content-type"), ["application/json"]);
        assert!(reply.body.starts_with(r#"{"detail":""#), "{}", reply.body);
    }
}

app! {
    fn tried(state: Events) -> Router with [record_outcome, record_outcome] {
        GET "/picky" => async |_: Picky| "handler",
    }
}

#[tokio::test]
async fn a_text_becomes_the_detail_or_the_source_and_another_body_stays() {
    let site = Site::new(tried);
    let json = "content-type: application/json\nretry-after: 7\n\n";
    for (query, outcome, whole) in [
        (
            "text",
            "Err 409: picky",
            format!("409\ncontent-length: 18\n{json}{{\"detail\":\"picky\"}}"),
        ),
        (
            "500",
            "Err 500: Internal Server Error (a secret)",
            format!("500\ncontent-length: 34\n{json}{{\"detail\":\"Internal Server Error\"}}"),
        ),
        (
            "empty",
            "Err 401: Unauthorized",
            format!("401\ncontent-length: 25\n{json}{{\"detail\":\"Unauthorized\"}}"),
        ),
        (
            "json",
            "Err 409: Conflict",
            format!("409\ncontent-length: 9\n{json}[\"picky\"]"),
        ),
        (
            "html",
            "Err 409: Conflict",
            "409\ncontent-length: 3\ncontent-type: text/html; charset=utf-8\nretry-after: 7\n\n<p>"
                .to_owned(),
        ),
        (
            "stream",
            "Err 409: Conflict",
            "409\ncontent-type: text/plain\n\nab".to_owned(),
        ),
        (
            "own",
            "Err 403: not you (own)",
            "403\ncontent-length: 20\ncontent-type: application/json\n\n{\"detail\":\"not you\"}"
                .to_owned(),
        ),
        (
            "redirect",
            "Ok 303",
            "303\ncontent-length: 0\nlocation: /login\n\n".to_owned(),
        ),
        (
            "ok",
            "Ok 200",
            "200\ncontent-length: 4\ncontent-type: text/plain; charset=utf-8\n\nfine".to_owned(),
        ),
    ] {
        let path = format!("/picky?{query}");
        assert_eq!(send(&untried(), "GET", &path).await, &*whole, "{query}");
        assert_eq!(site.send("GET", &path).await, &*whole, "{query}");
        assert_eq!(site.events.take(), [outcome, outcome], "{query}");
    }
}

app! {
    fn problems() -> Router with [problem_details] {
        GET "/picky" => async |_: Picky| "handler",
    }
}

#[tokio::test]
async fn the_json_of_a_rejection_is_the_errors_own_json() {
    let reply = send(&problems(), "GET", "/picky?object").await;
    assert_eq!(
        reply.brief(),
        r#"409 {"code":7,"status":409,"title":"Conflict"}"#
    );
    let reply = send(&problems(), "GET", "/picky?json").await;
    assert_eq!(reply.brief(), r#"409 ["picky"]"#);
    let reply = send(&problems(), "GET", "/picky?html").await;
    assert_eq!(reply.brief(), r#"409 {"status":409,"title":"Conflict"}"#);
}
