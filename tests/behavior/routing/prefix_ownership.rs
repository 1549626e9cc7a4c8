//! Prefixes: a scope with a prefix owns every path under it.

use axum::{Router, routing::get};
use concentric::app;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, reached, say, send,
};

app! {
    fn catch_all(state: Events) -> Router with [note("app")] {
        GET "/" => say("index"),
        GET "/{*rest}" => say("rest") with [note("route")],

        scope "/api" with [note("api")] {
            GET "/users" => say("users"),
            scope "/v1" with [note("v1")] {
                GET "/users" => say("users of v1"),
            }
            GET "/{*path}" => say("path"),
        }
    }
}

#[tokio::test]
async fn an_outer_catch_all_does_not_match_paths_that_a_prefix_owns() {
    let site = Site::new(catch_all);
    for (path, passed) in [
        ("/", reached("app", "index")),
        ("/a/b", reached("app route", "rest")),
        ("/apiary", reached("app route", "rest")),
        ("/api", answered("app api", NOT_FOUND)),
        ("/api/", answered("app api", NOT_FOUND)),
        ("/api/users", reached("app api", "users")),
        ("/api/nope", reached("app api", "path")),
        ("/api/v1", answered("app api v1", NOT_FOUND)),
        ("/api/v1/nope", answered("app api v1", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn parameters(state: Events) -> Router with [note("app")] {
        GET "/{page}" => say("page"),
        GET "/{page}/{part}" => say("part"),
        GET "/{page}/{part}/{detail}" => say("detail"),

        scope "/api" with [note("api")] {
            GET "/users" => say("users"),
        }
        scope "/{tenant}/admin" with [note("admin")] {
            GET "/" => say("admin"),
        }
    }
}

#[tokio::test]
async fn an_outer_parameter_does_not_match_paths_that_a_prefix_owns() {
    let site = Site::new(parameters);
    for (path, passed) in [
        ("/about", reached("app", "page")),
        ("/about/us", reached("app", "part")),
        ("/about/us/all", reached("app", "detail")),
        ("/api", answered("app api", NOT_FOUND)),
        ("/api/users", reached("app api", "users")),
        ("/api/nope", answered("app api", NOT_FOUND)),
        ("/api/no/pe", answered("app api", NOT_FOUND)),
        ("/acme/admin", reached("app admin", "admin")),
        ("/acme/admin/nope", answered("app admin", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn another_method_of_an_outer_route_is_unmatched_under_a_prefix() {
    let site = Site::new(parameters);
    assert_eq!(
        site.trace("POST", "/acme/admin/nope").await,
        answered("app admin", NOT_FOUND)
    );
    assert_eq!(
        site.trace("POST", "/about").await,
        answered("app", METHOD_NOT_ALLOWED)
    );
}

app! {
    fn mount_around_a_prefix(state: Events) -> Router with [note("app")] {
        mount "/files" => get("files"),
        scope "/files/admin" with [note("admin")] {
            GET "/stats" => say("stats"),
        }
    }
}

#[tokio::test]
async fn an_outer_mount_does_not_serve_paths_that_a_prefix_owns() {
    let site = Site::new(mount_around_a_prefix);
    for (path, passed) in [
        ("/files/a", answered("app", "200 files")),
        ("/files/admin/stats", reached("app admin", "stats")),
        ("/files/admin/nope", answered("app admin", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn merge_around_a_prefix(state: Events) -> Router with [note("app")] {
        merge Router::new()
            .route("/{*rest}", get("rest"))
            .route("/api/extra", get("extra")),
        scope "/api" with [note("api")] {
            GET "/users" => say("users"),
        }
    }
}

#[tokio::test]
async fn an_outer_merged_route_does_not_match_paths_that_a_prefix_owns() {
    let site = Site::new(merge_around_a_prefix);
    for (path, passed) in [
        ("/a/b", answered("app", "200 rest")),
        ("/api/users", reached("app api", "users")),
        // This route is more specific than the prefix, like a route of the app.
        ("/api/extra", answered("app", "200 extra")),
        ("/api/nope", answered("app api", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn a_prefix_owns_its_paths_in_a_nested_app_too() {
    for nested in [
        Router::new().nest("/o/p", merge_around_a_prefix(Events::default())),
        Router::new().nest_service("/o/p", merge_around_a_prefix(Events::default())),
    ] {
        for (path, status) in [
            ("/o/p/a/b", 200),
            ("/o/p/api/users", 200),
            ("/o/p/api/extra", 200),
            ("/o/p/api/nope", 404),
            ("/o/p/api", 404),
        ] {
            let reply = send(&nested, "GET", path).await;
            assert_eq!(reply.status, status, "{path}");
        }
    }
}
