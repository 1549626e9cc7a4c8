//! Paths with and without a trailing slash.

use axum::{
    Router,
    extract::{OriginalUri, Path},
    response::Redirect,
};
use concentric::{HttpError, Next, Request, app, middleware};
use http::Uri;
use tower_http::normalize_path::NormalizePathLayer;

use crate::support::{NOT_FOUND, send};

/// Rejects every request.
#[middleware]
async fn reject(_req: Request, _next: Next) -> HttpError {
    HttpError::unauthorized("no")
}

app! {
    fn site() -> Router {
        GET "/about" => "about",
        GET "/docs/" => "docs with a slash",
        GET "/items/{id}" => async |Path(id): Path<String>| id,
        GET "/files/{*path}" => async |Path(path): Path<String>| path,

        scope "/users" {
            GET "/" => "users",
            GET "/{id}" => async |Path(id): Path<String>| id,
        }
        scope "/account" with [reject] {
            GET "/" => "account",
        }
        mount "/mounted" => axum::routing::get(async |uri: Uri| uri.to_string()),
    }
}

async fn brief(app: &Router, path: &str) -> String {
    send(app, "GET", path).await.brief()
}

#[tokio::test]
async fn a_path_is_matched_exactly() {
    let site = site();
    assert_eq!(brief(&site, "/about").await, "200 about");
    assert_eq!(brief(&site, "/about/").await, NOT_FOUND);
    assert_eq!(brief(&site, "/docs/").await, "200 docs with a slash");
    assert_eq!(brief(&site, "/docs").await, NOT_FOUND);
}

#[tokio::test]
async fn a_parameter_does_not_match_a_trailing_slash() {
    let site = site();
    assert_eq!(brief(&site, "/items/7").await, "200 7");
    assert_eq!(brief(&site, "/items/7/").await, NOT_FOUND);
    assert_eq!(brief(&site, "/items/").await, NOT_FOUND);
}

#[tokio::test]
async fn a_catch_all_keeps_the_trailing_slash_and_does_not_match_its_own_prefix() {
    let site = site();
    assert_eq!(brief(&site, "/files/a/b/").await, "200 a/b/");
    assert_eq!(brief(&site, "/files/").await, NOT_FOUND);
    assert_eq!(brief(&site, "/files").await, NOT_FOUND);
}

#[tokio::test]
async fn a_slash_inside_a_scope_is_the_prefix_itself() {
    let site = site();
    assert_eq!(brief(&site, "/users").await, "200 users");
    assert_eq!(brief(&site, "/users/").await, NOT_FOUND);
    assert_eq!(brief(&site, "/users/7").await, "200 7");
}

#[tokio::test]
async fn a_scope_owns_its_prefix_with_a_trailing_slash() {
    let site = site();
    assert_eq!(send(&site, "GET", "/account/").await.status, 401);
    assert_eq!(
        site::ROUTES.explain("GET", "/account/").route().to_string(),
        "404 /account/{*rest}"
    );
}

#[tokio::test]
async fn a_mount_answers_its_prefix_with_and_without_a_slash() {
    let site = site();
    assert_eq!(brief(&site, "/mounted").await, "200 /");
    assert_eq!(brief(&site, "/mounted/").await, "200 /");
    assert_eq!(brief(&site, "/mounted/a/").await, "200 /a/");
}

app! {
    fn both() -> Router {
        GET "/users" => async || "users",
        GET "/users/" => async || "users with a slash",
    }
}

#[tokio::test]
async fn a_path_with_and_one_without_a_slash_are_two_routes() {
    let both = both();
    assert_eq!(brief(&both, "/users").await, "200 users");
    assert_eq!(brief(&both, "/users/").await, "200 users with a slash");
}

app! {
    fn trimmed() -> Router before routing [NormalizePathLayer::trim_trailing_slash()] {
        GET "/" => "index",
        GET "/search" =>
            async |uri: Uri, OriginalUri(original): OriginalUri| format!("{uri} {original}"),
        GET "/docs/" => "docs",
        mount "/mounted" => axum::routing::get(async |uri: Uri| uri.to_string()),
    }
}

#[tokio::test]
async fn trimmed_before_routing_a_path_matches_with_any_number_of_slashes() {
    let trimmed = trimmed();
    for (path, answer) in [
        ("/", "200 index"),
        ("//", "200 index"),
        ("/search/?q=1", "200 /search?q=1 /search/?q=1"),
        ("/search///", "200 /search /search///"),
        ("//search", "200 /search //search"),
    ] {
        assert_eq!(brief(&trimmed, path).await, answer, "{path}");
    }
}

#[tokio::test]
async fn trimmed_before_routing_a_route_with_a_trailing_slash_is_never_reached() {
    let trimmed = trimmed();
    assert_eq!(brief(&trimmed, "/docs/").await, NOT_FOUND);
    assert_eq!(brief(&trimmed, "/docs").await, NOT_FOUND);
}

#[tokio::test]
async fn trimmed_before_routing_a_mount_gets_no_trailing_slash() {
    assert_eq!(brief(&trimmed(), "/mounted/a/").await, "200 /a");
}

app! {
    fn trimmed_too_late() -> Router with [NormalizePathLayer::trim_trailing_slash()] {
        GET "/search" => async || "search",
    }
}

#[tokio::test]
async fn trimmed_in_the_list_of_the_application_a_path_is_matched_as_sent() {
    let late = trimmed_too_late();
    assert_eq!(brief(&late, "/search").await, "200 search");
    assert_eq!(brief(&late, "/search/").await, NOT_FOUND);
}

app! {
    fn redirecting() -> Router {
        GET "/users" => async || "users",
        GET "/users/" => Redirect::permanent("/users"),
    }
}

#[tokio::test]
async fn a_redirect_is_a_route_of_one_line() {
    let reply = send(&redirecting(), "GET", "/users/").await;
    assert_eq!(reply.status, 308);
    assert_eq!(reply.header("location"), ["/users"]);
}
