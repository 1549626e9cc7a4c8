//! Prefixes: a scope with a prefix owns every path below it.

use axum::{Router, routing::get};
use concentric::app;

use crate::support::{Events, NOT_FOUND, Site, hit, note, past, said, send};

app! {
    fn catch_all(state: Events) -> Router with [note("app")] {
        GET "/" => said("index"),
        GET "/{*rest}" => said("rest") with [note("route")],

        scope "/api" with [note("api")] {
            GET "/users" => said("users"),
            scope "/v1" with [note("v1")] {
                GET "/users" => said("users of v1"),
            }
            GET "/{*path}" => said("path"),
        }
    }
}

#[tokio::test]
async fn a_catch_all_further_out_does_not_take_what_a_prefix_owns() {
    let site = Site::new(catch_all);
    for (path, passed) in [
        ("/", hit("app", "index")),
        ("/a/b", hit("app route", "rest")),
        ("/apiary", hit("app route", "rest")),
        ("/api", past("app api", NOT_FOUND)),
        ("/api/", past("app api", NOT_FOUND)),
        ("/api/users", hit("app api", "users")),
        ("/api/nope", hit("app api", "path")),
        ("/api/v1", past("app api v1", NOT_FOUND)),
        ("/api/v1/nope", past("app api v1", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn parameters(state: Events) -> Router with [note("app")] {
        GET "/{page}" => said("page"),
        GET "/{page}/{part}" => said("part"),
        GET "/{page}/{part}/{detail}" => said("detail"),

        scope "/api" with [note("api")] {
            GET "/users" => said("users"),
        }
        scope "/{tenant}/admin" with [note("admin")] {
            GET "/" => said("admin"),
        }
    }
}

#[tokio::test]
async fn a_parameter_further_out_does_not_take_what_a_prefix_owns() {
    let site = Site::new(parameters);
    for (path, passed) in [
        ("/about", hit("app", "page")),
        ("/about/us", hit("app", "part")),
        ("/about/us/all", hit("app", "detail")),
        ("/api", past("app api", NOT_FOUND)),
        ("/api/users", hit("app api", "users")),
        ("/api/nope", past("app api", NOT_FOUND)),
        ("/api/no/pe", past("app api", NOT_FOUND)),
        ("/acme/admin", hit("app admin", "admin")),
        ("/acme/admin/nope", past("app admin", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn another_method_of_a_route_further_out_is_a_miss_below_the_prefix() {
    let site = Site::new(parameters);
    assert_eq!(
        site.trace("POST", "/acme/admin/nope").await,
        past("app admin", NOT_FOUND)
    );
    assert_eq!(
        site.trace("POST", "/about").await,
        past("app", r#"405 {"detail":"Method Not Allowed"}"#)
    );
}

app! {
    fn mount_around_a_prefix(state: Events) -> Router with [note("app")] {
        mount "/files" => get("files"),
        scope "/files/admin" with [note("admin")] {
            GET "/stats" => said("stats"),
        }
    }
}

#[tokio::test]
async fn a_mount_further_out_does_not_take_what_a_prefix_owns() {
    let site = Site::new(mount_around_a_prefix);
    for (path, passed) in [
        ("/files/a", past("app", "200 files")),
        ("/files/admin/stats", hit("app admin", "stats")),
        ("/files/admin/nope", past("app admin", NOT_FOUND)),
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
            GET "/users" => said("users"),
        }
    }
}

#[tokio::test]
async fn a_merged_route_further_out_does_not_take_what_a_prefix_owns() {
    let site = Site::new(merge_around_a_prefix);
    for (path, passed) in [
        ("/a/b", past("app", "200 rest")),
        ("/api/users", hit("app api", "users")),
        // Like a route of the app, it is more specific than the prefix.
        ("/api/extra", past("app", "200 extra")),
        ("/api/nope", past("app api", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

#[tokio::test]
async fn a_prefix_is_owned_where_the_app_is_nested_too() {
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
