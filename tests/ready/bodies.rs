//! The group "Bodies".

use std::{convert::Infallible, time::Duration};

use axum::{
    Form, Json, Router,
    body::{Body, Bytes},
    extract::DefaultBodyLimit,
    http::StatusCode,
};
use axum_extra::response::ErasedJson;
use concentric::{Request, app};
use futures_util::stream;
use serde::Deserialize;
use tower_http::{
    compression::{CompressionLayer, DefaultPredicate, Predicate, predicate::SizeAbove},
    decompression::RequestDecompressionLayer,
    limit::RequestBodyLimitLayer,
    timeout::{RequestBodyTimeoutLayer, ResponseBodyTimeoutLayer},
};

use crate::support::{echo, get_with, long, send_body};

app! {
    fn compressed() -> Router with [CompressionLayer::new()] {
        GET "/" => long,
        GET "/short" => async || "Hello, this is short".repeat(2),
    }
}

#[tokio::test]
async fn a_response_is_compressed_for_a_client_that_accepts_it() {
    let app = compressed();
    let reply = get_with(&app, "/", "accept-encoding", "gzip").await;
    assert_eq!(reply.header("content-encoding"), "gzip");
    assert!(reply.body.len() < 200, "{}", reply.body.len());
    let reply = get_with(&app, "/", "accept-encoding", "identity").await;
    assert_eq!(reply.header("content-encoding"), "");
    assert_eq!(reply.header("vary"), "accept-encoding");
}

app! {
    fn compressed_above() -> Router
    with [CompressionLayer::new().compress_when(DefaultPredicate::new().and(SizeAbove::new(500)))] {
        GET "/" => long,
        GET "/short" => async || "Hello, this is short".repeat(2),
    }
}

#[tokio::test]
async fn the_smallest_compressed_body_can_be_set() {
    let encoding = async |app: Router, path: &str| {
        let reply = get_with(&app, path, "accept-encoding", "gzip").await;
        reply.header("content-encoding").to_owned()
    };
    assert_eq!(encoding(compressed(), "/short").await, "gzip");
    assert_eq!(encoding(compressed_above(), "/short").await, "");
    assert_eq!(encoding(compressed_above(), "/").await, "gzip");
}

app! {
    fn limited() -> Router {
        POST "/layer" => echo with [RequestBodyLimitLayer::new(1_000_000)],
        POST "/raised" => echo with [RequestBodyLimitLayer::new(10_000_000)],
        POST "/axum" => echo with [DefaultBodyLimit::max(10_000_000)],
        POST "/default" => echo,
        POST "/form" => form,
        POST "/json" => json,
        POST "/slow" => echo with [RequestBodyTimeoutLayer::new(Duration::from_secs(10))],
        GET "/slow" => stall with [ResponseBodyTimeoutLayer::new(Duration::from_secs(10))],
        GET "/pretty" => async || ErasedJson::pretty(serde_json::json!({ "id": 7 })),
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_a_413() {
    let app = limited();
    for (path, size, status) in [
        ("/layer", 1_000_000, 200),
        ("/layer", 1_000_001, 413),
        // Its limit is above the one of the extractor.
        ("/raised", 2_097_152, 200),
        ("/raised", 2_097_153, 413),
        ("/default", 2_097_152, 200),
        ("/default", 2_097_153, 413),
        ("/axum", 10_000_000, 200),
        ("/axum", 10_000_001, 413),
    ] {
        let reply = send_body(&app, Request::post(path), vec![0; size]).await;
        assert_eq!(reply.status, status, "{path} {size}");
    }
}

#[derive(Deserialize)]
struct Product {
    name: String,
}

async fn json(Json(product): Json<Product>) -> String {
    product.name
}

async fn form(Form(product): Form<Product>) -> String {
    product.name
}

#[tokio::test]
async fn an_argument_parses_the_body() {
    let app = limited();
    let request = Request::post("/json").header("content-type", "application/json");
    let reply = send_body(&app, request, r#"{"name":"tea"}"#).await;
    assert_eq!(reply.text(), "tea");
    let reply = send_body(&app, Request::post("/json"), r#"{"name":"tea"}"#).await;
    assert_eq!(reply.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let request =
        Request::post("/form").header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(send_body(&app, request, "name=tea").await.text(), "tea");
}

/// A body that never ends.
fn endless() -> Body {
    Body::from_stream(stream::pending::<Result<Bytes, Infallible>>())
}

async fn stall() -> Body {
    endless()
}

#[tokio::test(start_paused = true)]
async fn a_body_that_stalls_is_cut() {
    let app = limited();
    let reply = send_body(&app, Request::post("/slow"), endless()).await;
    assert_eq!(reply.status, 400);
    let reply = send_body(&app, Request::get("/slow"), "").await;
    assert_eq!((reply.status, reply.text()), (200, ""));
}

#[tokio::test]
async fn json_can_be_pretty() {
    let reply = send_body(&limited(), Request::get("/pretty"), "").await;
    assert_eq!(reply.text(), "{\n  \"id\": 7\n}\n");
}

app! {
    fn decompressed() -> Router with [CompressionLayer::new(), RequestDecompressionLayer::new()] {
        POST "/" => echo,
    }
}

#[tokio::test]
async fn a_compressed_request_is_decompressed() {
    let gzip = get_with(&compressed(), "/", "accept-encoding", "gzip").await;
    let request = Request::post("/").header("content-encoding", "gzip");
    let reply = send_body(&decompressed(), request, gzip.body).await;
    assert_eq!(reply.text(), "Hello ".repeat(200));
    let request = Request::post("/").header("content-encoding", "compress");
    assert_eq!(send_body(&decompressed(), request, "").await.status, 415);
}
