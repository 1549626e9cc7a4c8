//! An error that layers have worked on is still an error, and reaches the client as the layers left it.

use std::time::Duration;

use axum::{Router, body::Body};
use concentric::{Next, Request, Response, app, middleware};
use futures_util::stream;
use http::{HeaderName, HeaderValue, StatusCode, header};
use http_body_util::BodyExt;
use tower_http::{
    compression::CompressionLayer, decompression::DecompressionLayer,
    map_response_body::MapResponseBodyLayer, set_header::SetResponseHeaderLayer,
    timeout::ResponseBodyTimeoutLayer,
};

use crate::support::{Events, Site, record_outcome, request, send_request};

async fn conflict() -> concentric::HttpError {
    concentric::HttpError::conflict("taken ".repeat(50)).with_source("twice".to_owned())
}

/// Replaces the body and nothing else.
#[middleware]
async fn other_body(#[config] body: &'static str, req: Request, next: Next) -> Response {
    next.run(req).await.map(|_| body.into())
}

/// Streams the body in pieces, and says so.
#[middleware]
async fn stream_body(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await.map(|body| {
        let end = stream::iter(["+", "+"].map(Ok::<_, axum::Error>));
        Body::from_stream(futures_util::StreamExt::chain(
            body.into_data_stream(),
            futures_util::StreamExt::map(end, |piece| piece.map(axum::body::Bytes::from)),
        ))
    });
    let headers = response.headers_mut();
    headers.insert("x-streamed", HeaderValue::from_static("yes"));
    response
}

/// Changes the status and nothing else.
#[middleware]
async fn teapot(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    *response.status_mut() = StatusCode::IM_A_TEAPOT;
    response
}

/// Builds a response of the same status anew.
#[middleware]
async fn anew(req: Request, next: Next) -> Response {
    let old = next.run(req).await;
    let mut response = Response::new(Body::from("anew"));
    *response.status_mut() = old.status();
    response
}

fn x_layer(value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    let name = HeaderName::from_static("x-layer");
    SetResponseHeaderLayer::appending(name, HeaderValue::from_static(value))
}

/// Replaces `taken` by another word of its length.
fn same_length(body: Body) -> Body {
    Body::new(body.map_frame(|frame| {
        frame.map_data(|data| {
            String::from_utf8_lossy(&data)
                .replace("taken", "TAKEN")
                .into()
        })
    }))
}

/// The same routes around the layers, with and without middleware that `try_run`.
macro_rules! sites {
    ($($name:ident with [$($outer:ident),*];)*) => {$(
        app! {
            fn $name(state: Events) -> Router with [$($outer),*] {
                GET "/compressed" => conflict with [CompressionLayer::new()],
                GET "/decompressed" => conflict with [
                    DecompressionLayer::new(),
                    CompressionLayer::new(),
                ],
                GET "/timeout" => conflict with [
                    ResponseBodyTimeoutLayer::new(Duration::from_mins(1)),
                ],
                GET "/streamed" => conflict with [stream_body],
                GET "/replaced" => conflict with [other_body("another")],
                GET "/empty" => conflict with [other_body("")],
                GET "/mapped" => conflict with [MapResponseBodyLayer::new(same_length)],
                GET "/length" => conflict with [
                    SetResponseHeaderLayer::overriding(
                        header::CONTENT_LENGTH,
                        HeaderValue::from_static("7"),
                    ),
                ],
                GET "/headers" => conflict with [
                    x_layer("a"),
                    x_layer("b"),
                    SetResponseHeaderLayer::overriding(
                        header::CONTENT_TYPE,
                        HeaderValue::from_static("application/vnd.api+json"),
                    ),
                ],
                GET "/all" => conflict with [
                    ResponseBodyTimeoutLayer::new(Duration::from_mins(1)),
                    CompressionLayer::new(),
                    x_layer("a"),
                    stream_body,
                    x_layer("b"),
                ],
            }
        }
    )*};
}

sites! {
    bare with [];
    tried with [record_outcome, record_outcome];
}

/// Returns a request of a client that understands gzip.
fn gzip(method: &str, path: &str) -> Request {
    let mut req = request(method, path);
    let gzip = HeaderValue::from_static("gzip");
    req.headers_mut().insert(header::ACCEPT_ENCODING, gzip);
    req
}

#[tokio::test]
async fn an_error_is_an_error_whatever_layers_do_to_its_body_and_headers() {
    let site = Site::new(tried);
    let plain = bare(Events::default());
    for path in [
        "/compressed",
        "/decompressed",
        "/timeout",
        "/streamed",
        "/replaced",
        "/empty",
        "/mapped",
        "/length",
        "/headers",
        "/all",
    ] {
        for method in ["GET", "HEAD"] {
            // The reply of the same layers without `try_run` is what they made.
            let expected = send_request(&plain, gzip(method, path)).await;
            let reply = send_request(&site.app, gzip(method, path)).await;
            assert_eq!(reply, expected.to_string().as_str(), "{method} {path}");
            let outcome = format!("Err 409: {} (twice)", "taken ".repeat(50));
            assert_eq!(
                site.events.take(),
                [&*outcome, &*outcome],
                "{method} {path}"
            );
        }
    }
}

#[tokio::test]
async fn the_body_and_the_headers_of_a_layer_reach_the_client() {
    let site = Site::new(tried);
    let compressed = send_request(&site.app, gzip("GET", "/compressed")).await;
    assert_eq!(compressed.header("content-encoding"), ["gzip"]);
    assert_eq!(compressed.header("content-length"), [""; 0]);
    assert!(compressed.body.len() < 200, "{}", compressed.body.len());
    assert_eq!(
        send_request(&site.app, gzip("GET", "/replaced")).await,
        "409\ncontent-length: 7\ncontent-type: application/json\n\nanother"
    );
    let streamed = send_request(&site.app, gzip("GET", "/streamed")).await;
    assert!(streamed.body.ends_with("\"}++"), "{}", streamed.body);
    let mapped = send_request(&site.app, gzip("GET", "/mapped")).await;
    assert!(
        mapped.body.starts_with(r#"{"detail":"TAKEN"#),
        "{}",
        mapped.body
    );
}

app! {
    fn ended(state: Events) -> Router with [record_outcome] {
        GET "/status" => conflict with [teapot],
        GET "/anew" => conflict with [anew],
        GET "/settled" => conflict with [settle],
    }
}

/// Makes the error an ordinary response.
#[middleware]
async fn settle(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    concentric::HttpError::settle(&mut response);
    response
}

#[tokio::test]
async fn another_status_a_new_response_and_settle_end_an_error() {
    let site = Site::new(ended);
    let body = format!(r#"{{"detail":"{}"}}"#, "taken ".repeat(50));
    assert_eq!(
        site.trace("GET", "/status").await,
        ["Ok 418", &format!("418 {body}")]
    );
    assert_eq!(site.trace("GET", "/anew").await, ["Ok 409", "409 anew"]);
    assert_eq!(
        site.trace("GET", "/settled").await,
        ["Ok 409", &format!("409 {body}")]
    );
}
