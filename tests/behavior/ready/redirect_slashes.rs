//! `redirect_slashes` redirects unmatched paths whose other spelling has a route.

use axum::{Router, extract::Path, routing::get};
use concentric::{HttpError, Next, Request, Response, app, middleware, redirect_slashes};

use super::request_with;
use crate::support::{NOT_FOUND, Reply, request, send, send_request};

/// Rejects requests without a token.
#[middleware]
async fn authenticate(req: Request, next: Next) -> Result<Response, HttpError> {
    if !req.headers().contains_key("authorization") {
        return Err(HttpError::unauthorized("no token"));
    }
    Ok(next.run(req).await)
}

app! {
    fn site() -> Router with [redirect_slashes(site::ROUTES)] {
        GET "/" => async || "index",
        GET "/items/" => async || "items",
        POST "/items/" => async || "created",
        GET "/items/{id}" => async |Path(id): Path<u32>| -> HttpError {
            HttpError::not_found(format!("no item {id}"))
        },
        GET "/about" => async || "about",
        GET "/both" => async || HttpError::not_found("both"),
        GET "/both/" => async || "both/",
        GET "/hidden" => async || "hidden" if false,
        GET "/shown" => async || "shown" if true,
        GET "/half" => async || "half" if false,
        POST "/half" => async || "half",
        scope "/off" if false {
            GET "/" => async || "off",
        }
        GET "/files/{*rest}" => async || "files",
        scope "/account" with [authenticate] {
            GET "/" => async || "account",
        }
        merge Router::new().route("/merged/", get("merged")),
    }
}

fn location(reply: &Reply) -> String {
    match reply.header("location")[..] {
        [location] => format!("{} {location}", reply.status),
        _ => reply.brief(),
    }
}

#[tokio::test]
async fn an_unmatched_path_is_redirected_to_its_route() {
    let app = site();
    for (method, path, answer) in [
        ("GET", "/items", "307 /items/"),
        ("HEAD", "/items", "307 /items/"),
        ("POST", "/items?a=/b/&c", "307 /items/?a=/b/&c"),
        // The path has routes of other methods, and the client learns of the 405 there.
        ("DELETE", "/items", "307 /items/"),
        ("GET", "/items/7/", "307 /items/7"),
        ("GET", "/about/", "307 /about"),
        ("GET", "/about/?", "307 /about?"),
        ("GET", "/%61bout/", NOT_FOUND),
        ("GET", "/about//", NOT_FOUND),
        ("GET", "/nope", NOT_FOUND),
        ("GET", "/nope/", NOT_FOUND),
    ] {
        let reply = send(&app, method, path).await;
        assert_eq!(location(&reply), answer, "{method} {path}");
    }
}

#[tokio::test]
async fn a_path_with_a_route_is_not_redirected() {
    let app = site();
    for (path, answer) in [
        ("/", "200 index"),
        ("/items/", "200 items"),
        ("/both", r#"404 {"detail":"both"}"#),
        ("/both/", "200 both/"),
        ("/items/7", r#"404 {"detail":"no item 7"}"#),
        ("/files/a/", "200 files"),
        ("/hidden", NOT_FOUND),
    ] {
        assert_eq!(location(&send(&app, "GET", path).await), answer, "{path}");
    }
}

#[tokio::test]
async fn a_route_under_a_condition_is_not_redirected_to() {
    let app = site();
    for (path, answer) in [
        ("/hidden/", NOT_FOUND),
        ("/off/", NOT_FOUND),
        ("/shown/", NOT_FOUND),
        // The path has a route in any case.
        ("/half/", "307 /half"),
    ] {
        assert_eq!(location(&send(&app, "GET", path).await), answer, "{path}");
    }
}

/// Sets headers of each response.
#[middleware]
async fn set_headers(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    let value = http::HeaderValue::from_static("a=b");
    response.headers_mut().insert("set-cookie", value.clone());
    response.headers_mut().insert("location", value);
    response
}

#[tokio::test]
async fn the_redirect_has_the_headers_of_the_404_but_not_its_body() {
    app! {
        fn app() -> Router with [redirect_slashes(app::ROUTES), set_headers] {
            GET "/about" => async || "about",
        }
    }
    let reply = send(&app(), "GET", "/about/").await;
    assert_eq!(
        reply,
        "307\ncontent-length: 0\nlocation: /about\nset-cookie: a=b\n\n"
    );
}

#[tokio::test]
async fn the_404_of_a_mounted_service_is_redirected() {
    app! {
        fn app() -> Router with [redirect_slashes(app::ROUTES)] {
            GET "/about" => async || "about",
            GET "/api/docs" => async || "docs",
            mount "/api" => Router::new().route("/users", get("users")),
            mount "/" => Router::new()
                .route("/page", get("page"))
                .route("/both/", get("both")),
            GET "/both" => async || "both",
        }
    }
    for (path, answer) in [
        ("/about/", "307 /about"),
        ("/api/docs/", "307 /api/docs"),
        // The table does not know the routes of a mounted router.
        ("/page/", "404 "),
        ("/api/users/", "404 "),
        ("/both/", "200 both"),
    ] {
        assert_eq!(location(&send(&app(), "GET", path).await), answer, "{path}");
    }
}

#[tokio::test]
async fn the_list_of_a_scope_runs_before_the_redirect() {
    let app = site();
    assert_eq!(send(&app, "GET", "/account/").await.status, 401);
    let request = request_with("GET", "/account/", &[("authorization", "yes")]);
    let reply = send_request(&app, request).await;
    assert_eq!(location(&reply), "307 /account");
}

#[tokio::test]
async fn the_redirect_has_the_prefix_of_an_outer_router() {
    let app = Router::new().nest("/api", site());
    let reply = send(&app, "GET", "/api/items?page=2").await;
    assert_eq!(location(&reply), "307 /api/items/?page=2");
}

app! {
    fn anything() -> Router with [redirect_slashes(anything::ROUTES)] {
        GET "/{a}/{b}" => async || "two",
        GET "/{a}/{b}/{c}/" => async || "three",
    }
}

#[tokio::test]
async fn a_redirect_never_leads_to_another_host() {
    let app = anything();
    for path in [
        "//evil.com/",
        "//evil.com",
        "///evil.com/",
        "//evil.com/a",
        "//evil.com/a/",
        "/\\evil.com/",
        "/\\evil.com/a/",
    ] {
        let reply = send_request(&app, request("GET", path)).await;
        assert_eq!(reply.header("location"), [""; 0], "{path}");
    }
    let reply = send(&app, "GET", "/a/b/").await;
    assert_eq!(location(&reply), "307 /a/b");
}

app! {
    fn with_fallback() -> Router with [redirect_slashes(with_fallback::ROUTES)] {
        GET "/items" => async || "items",
        fallback => async || "page",
    }
}

#[tokio::test]
async fn a_fallback_that_answers_is_not_replaced() {
    assert_eq!(
        send(&with_fallback(), "GET", "/items/").await.brief(),
        "200 page"
    );
}
