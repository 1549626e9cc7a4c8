//! An error that a middleware changes: what is kept of the response that it carries, and what is not.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::{Body, Bytes},
    response::IntoResponse,
};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use futures_util::stream;
use http::{HeaderName, HeaderValue, StatusCode, header};
use tower_http::{compression::CompressionLayer, set_header::SetResponseHeaderLayer};

use crate::support::{Events, Site, record_outcome, request, send_request};

/// Changes each error with a function.
#[middleware]
async fn change(
    #[config] change: &fn(HttpError) -> HttpError,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(change)
}

const SEEN: HeaderName = HeaderName::from_static("x-seen");
const YES: HeaderValue = HeaderValue::from_static("yes");

/// A map with keys that JSON does not have.
fn without_json() -> BTreeMap<(u8, u8), u8> {
    BTreeMap::from([((1, 2), 3)])
}

/// Headers that describe a body, beside those that `CompressionLayer` sets or removes.
const OF_BODY: [HeaderName; 5] = [
    header::CONTENT_DISPOSITION,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LOCATION,
    header::ETAG,
    header::LAST_MODIFIED,
];

async fn conflict() -> HttpError {
    let error = HttpError::conflict("taken ".repeat(50))
        .with_header(header::LINK, HeaderValue::from_static("</a>"))
        .with_source("twice".to_owned());
    OF_BODY
        .into_iter()
        .fold(error, |error, name| error.with_header(name, YES))
}

type Change = fn(HttpError) -> HttpError;
const HEADER: Change = |error| error.with_header(SEEN, YES);
const SOURCE: Change = |error| error.with_source("another".to_owned());
const JSON: Change = |error| error.with_json(serde_json::json!({ "own": true }));
const DETAIL: Change = |error| error.with_detail("another");
const STATUS: Change = |error| error.with_status(StatusCode::GONE);
const SAME_STATUS: Change = |error| error.with_status(StatusCode::CONFLICT);
const TYPED: Change = |error| {
    let problem = HeaderValue::from_static("application/problem+json");
    error
        .with_json([1])
        .with_header(header::CONTENT_TYPE, problem)
};
const NO_JSON: Change = |error| error.with_json(without_json());
const CLONE: Change = |error| error.clone();

app! {
    fn changed(state: Events) -> Router with [record_outcome] {
        scope with [change(HEADER)] {
            GET "/header" => conflict with [CompressionLayer::new()],
        }
        scope with [change(SOURCE)] {
            GET "/source" => conflict with [CompressionLayer::new()],
        }
        scope with [change(SAME_STATUS)] {
            GET "/same" => conflict with [CompressionLayer::new()],
        }
        scope with [change(JSON)] {
            GET "/json" => conflict with [CompressionLayer::new()],
        }
        scope with [change(DETAIL)] {
            GET "/detail" => conflict with [CompressionLayer::new()],
        }
        scope with [change(STATUS)] {
            GET "/status" => conflict with [CompressionLayer::new()],
        }
        scope with [change(TYPED)] {
            GET "/typed" => conflict with [CompressionLayer::new()],
        }
        scope with [change(NO_JSON)] {
            GET "/no-json" => conflict with [CompressionLayer::new()],
        }
        scope with [change(CLONE)] {
            GET "/clone" => conflict with [CompressionLayer::new()],
        }
    }
}

async fn get(site: &Site, path: &str) -> (crate::support::Reply, String) {
    let mut req = request("GET", path);
    let gzip = HeaderValue::from_static("gzip");
    req.headers_mut().insert(header::ACCEPT_ENCODING, gzip);
    let reply = send_request(&site.app, req).await;
    (reply, site.events.take().concat())
}

#[tokio::test]
async fn a_header_or_a_source_keeps_the_carried_body() {
    let site = Site::new(changed);
    let taken = format!("Err 409: {}", "taken ".repeat(50));
    for (path, source, seen) in [
        ("/header", "twice", &["yes"][..]),
        ("/source", "another", &[]),
        ("/same", "twice", &[]),
    ] {
        let (reply, outcome) = get(&site, path).await;
        assert_eq!(outcome, format!("{taken} ({source})"), "{path}");
        assert_eq!(reply.header("content-encoding"), ["gzip"], "{path}");
        assert_eq!(reply.header("link"), ["</a>"], "{path}");
        for name in OF_BODY {
            assert_eq!(reply.header(name.as_str()), ["yes"], "{path}: {name}");
        }
        assert_eq!(reply.header("x-seen"), seen, "{path}");
    }
}

#[tokio::test]
async fn a_new_body_replaces_the_carried_one_and_its_headers() {
    let site = Site::new(changed);
    let taken = "taken ".repeat(50);
    for (path, outcome, whole) in [
        (
            "/json",
            format!("Err 409: {taken} (twice)"),
            "409\ncontent-length: 12\ncontent-type: application/json\n\
             link: </a>\nvary: accept-encoding\n\n{\"own\":true}",
        ),
        (
            "/detail",
            "Err 409: another (twice)".to_owned(),
            "409\ncontent-length: 20\ncontent-type: application/json\n\
             link: </a>\nvary: accept-encoding\n\n{\"detail\":\"another\"}",
        ),
        (
            "/typed",
            format!("Err 409: {taken} (twice)"),
            "409\ncontent-length: 3\ncontent-type: application/problem+json\n\
             link: </a>\nvary: accept-encoding\n\n[1]",
        ),
        (
            "/no-json",
            "Err 500: Internal Server Error (key must be a string)".to_owned(),
            "500\ncontent-length: 34\ncontent-type: application/json\n\n\
             {\"detail\":\"Internal Server Error\"}",
        ),
    ] {
        let (reply, seen) = get(&site, path).await;
        assert_eq!(reply, whole, "{path}");
        assert_eq!(seen, outcome, "{path}");
    }
    let json = format!(r#"{{"detail":"{taken}"}}"#);
    for (path, status) in [("/status", 410), ("/clone", 409)] {
        let (reply, seen) = get(&site, path).await;
        assert_eq!(reply.brief(), format!("{status} {json}"));
        assert_eq!(reply.header("content-encoding"), [""; 0], "{path}");
        assert_eq!(seen, format!("Err {status}: {taken} (twice)"));
    }
}

/// Builds a page with the headers of the error, and records them.
#[middleware]
async fn page(req: Request, next: Next) -> Response {
    match next.try_run(req).await {
        Ok(response) => response,
        Err(error) => {
            let page = axum::response::Html("<h1>Sorry</h1>");
            (error.status(), error.headers().clone(), page).into_response()
        }
    }
}

app! {
    fn paged() -> Router with [
        page,
        SetResponseHeaderLayer::overriding(SEEN, YES),
        SetResponseHeaderLayer::overriding(header::ACCEPT_RANGES, YES),
        CompressionLayer::new(),
    ] {
        GET "/" => conflict,
        GET "/stream" => async || {
            let pieces = stream::iter([Ok::<_, axum::Error>(Bytes::from_static(b"a stream"))]);
            let response = HttpError::conflict("taken").into_response();
            response.map(|_| Body::from_stream(pieces))
        },
    }
}

#[tokio::test]
async fn the_headers_of_an_error_do_not_describe_the_carried_body() {
    for path in ["/", "/stream"] {
        let mut req = request("GET", path);
        let gzip = HeaderValue::from_static("gzip");
        req.headers_mut().insert(header::ACCEPT_ENCODING, gzip);
        let reply = send_request(&paged(), req).await;
        assert_eq!(reply.header("content-type"), ["text/html; charset=utf-8"]);
        assert_eq!(reply.header("x-seen"), ["yes"]);
        for name in OF_BODY
            .into_iter()
            .chain([header::ACCEPT_RANGES, header::CONTENT_ENCODING])
        {
            assert_eq!(reply.header(name.as_str()), [""; 0], "{name}");
        }
        assert_eq!(reply.brief(), "409 <h1>Sorry</h1>");
    }
}

fn is_shared<T: Send + Sync + Clone + 'static>() {}

#[test]
fn a_result_with_an_http_error_is_as_small_as_a_response() {
    assert_eq!(size_of::<HttpError>(), 2 * size_of::<usize>());
    assert_eq!(
        size_of::<Result<Response, HttpError>>(),
        size_of::<Response>()
    );
    is_shared::<HttpError>();
}
