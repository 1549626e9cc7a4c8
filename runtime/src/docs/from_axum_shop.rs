// The handlers, the state and the test that the steps of `from_axum.md` share.

use axum::{
    Router,
    body::Body,
    extract::{Path, Request},
    http::StatusCode,
};

#[derive(Clone)]
struct Shop {
    is_debug: bool,
}

#[derive(Clone)]
struct User {
    name: String,
}

fn user_of(req: &Request) -> Option<User> {
    let name = req.headers().get("x-user")?.to_str().ok()?;
    Some(User { name: name.to_owned() })
}

async fn index() -> &'static str {
    "Hello"
}

async fn list_products() {}

async fn show_product(Path(id): Path<u32>) -> String {
    id.to_string()
}

async fn close_account() {}

async fn debug() {}

async fn not_found() -> (StatusCode, &'static str) {
    (StatusCode::NOT_FOUND, "nothing here")
}

/// Asserts that the application answers as before. An unmatched path under `/account` has this status.
async fn check(shop: fn(Shop) -> Router, unmatched: u16) {
    for (method, path, user, status) in [
        ("GET", "/", None, 200),
        ("POST", "/", None, 405),
        ("GET", "/products", None, 200),
        ("GET", "/products/7", None, 200),
        ("GET", "/products/seven", None, 400),
        ("GET", "/products/7/8", None, 404),
        ("GET", "/account", None, 401),
        ("GET", "/account", Some("Ada"), 200),
        ("DELETE", "/account", Some("Ada"), 200),
        ("GET", "/account/nothing", None, unmatched),
        ("GET", "/account/nothing", Some("Ada"), 404),
        ("GET", "/static/nothing", None, 404),
        ("GET", "/nothing", None, 404),
    ] {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(user) = user {
            request = request.header("x-user", user);
        }
        let request = request.body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(shop(Shop { is_debug: true }), request).await.unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
    }
    for (is_debug, status) in [(true, 200), (false, 404)] {
        let request = Request::get("/debug").body(Body::empty()).unwrap();
        let response = tower::ServiceExt::oneshot(shop(Shop { is_debug }), request).await.unwrap();
        assert_eq!(response.status(), status);
    }
}
