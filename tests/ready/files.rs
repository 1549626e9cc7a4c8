//! The group "Files". Its files are in the folder `static`.

use axum::Router;
use concentric::{HttpError, Request, app};
use tower_http::services::{ServeDir, ServeFile};

use crate::support::{get, get_with, send};

app! {
    fn site() -> Router {
        mount "/static" => ServeDir::new("static"),
        mount "/small" => ServeDir::new("static").precompressed_gzip(),
        GET "/favicon.ico" => ServeFile::new("static/favicon.ico"),
        scope "/api" {
            GET "/" => "data",
            fallback => async || HttpError::not_found("no such resource"),
        }
        fallback => ServeDir::new("static").fallback(ServeFile::new("static/index.html")),
    }
}

#[tokio::test]
async fn files_are_served_below_a_prefix() {
    let app = site();
    let reply = get(&app, "/static/app.js").await;
    assert_eq!(reply.text(), "run()");
    assert_eq!(reply.header("content-type"), "text/javascript");
    assert_eq!(get(&app, "/static/").await.text(), "<h1>Hello</h1>");
    assert_eq!(get(&app, "/static/none").await.status, 404);
    assert_eq!(get(&app, "/static/.hidden").await.text(), "secret");
    assert_eq!(get(&app, "/static/%2e%2e/secret").await.status, 404);
}

#[tokio::test]
async fn a_file_answers_conditional_and_range_requests() {
    let app = site();
    let file = get(&app, "/static/app.js").await;
    let reply = get_with(&app, "/static/app.js", "if-none-match", file.header("etag")).await;
    assert_eq!((reply.status, reply.text()), (304, ""));
    let modified = file.header("last-modified");
    let reply = get_with(&app, "/static/app.js", "if-modified-since", modified).await;
    assert_eq!((reply.status, reply.text()), (304, ""));
    let reply = get_with(&app, "/static/app.js", "range", "bytes=0-2").await;
    assert_eq!((reply.status, reply.text()), (206, "run"));
}

#[tokio::test]
async fn a_compressed_file_is_preferred() {
    let app = site();
    let reply = get_with(&app, "/small/app.js", "accept-encoding", "gzip").await;
    assert_eq!(
        (reply.header("content-encoding"), reply.text()),
        ("gzip", "short")
    );
    assert_eq!(get(&app, "/small/app.js").await.text(), "run()");
}

#[tokio::test]
async fn one_file_is_a_target() {
    let reply = get(&site(), "/favicon.ico").await;
    assert_eq!(
        (reply.header("content-type"), reply.text()),
        ("image/x-icon", "icon")
    );
}

#[tokio::test]
async fn a_client_side_route_gets_the_page() {
    let app = site();
    let reply = get(&app, "/products/7").await;
    assert_eq!((reply.status, reply.text()), (200, "<h1>Hello</h1>"));
    assert_eq!(get(&app, "/app.js").await.text(), "run()");
    assert_eq!(get(&app, "/api").await.text(), "data");
    // The scope owns its unmatched paths, and has a fallback.
    assert_eq!(
        get(&app, "/api/none").await.text(),
        r#"{"detail":"no such resource"}"#
    );
    assert_eq!(send(&app, Request::post("/products/7")).await.status, 405);
}
