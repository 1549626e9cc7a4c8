//! The group "Paths".

use axum::{Router, extract::Path, response::Redirect};
use concentric::{Request, app};
use http::Uri;
use tower::util::MapRequestLayer;
use tower_http::normalize_path::NormalizePathLayer;

use crate::support::{get, index};

app! {
    fn trimmed() -> Router before routing [NormalizePathLayer::trim_trailing_slash()] {
        GET "/products" => index,
        GET "/old" => Redirect::permanent("/products"),
    }
}

#[tokio::test]
async fn a_trailing_slash_is_ignored() {
    let app = trimmed();
    for (path, status) in [
        ("/products", 200),
        ("/products/", 200),
        ("//products//", 200),
    ] {
        assert_eq!(get(&app, path).await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_route_redirects() {
    let reply = get(&trimmed(), "/old").await;
    assert_eq!((reply.status, reply.header("location")), (308, "/products"));
}

fn rewrite(mut req: Request) -> Request {
    if let Some(rest) = req.uri().path().strip_prefix("/v1") {
        *req.uri_mut() = rest.parse().unwrap_or(Uri::from_static("/"));
    }
    req
}

app! {
    fn rewritten() -> Router before routing [MapRequestLayer::new(rewrite)] {
        GET "/products/{id}" => async |Path(id): Path<u32>| id.to_string(),
    }
}

#[tokio::test]
async fn a_path_is_rewritten_before_the_route_is_looked_up() {
    let app = rewritten();
    assert_eq!(get(&app, "/v1/products/7").await.text(), "7");
    assert_eq!(get(&app, "/products/7").await.text(), "7");
    assert_eq!(get(&app, "/v2/products/7").await.status, 404);
}
