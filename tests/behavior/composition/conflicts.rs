//! Merged routers that conflict: the application names both items and their places.

use axum::{
    Router,
    routing::{get, post},
};
use concentric::{Next, Request, Response, app, middleware};

use crate::support::send;

/// axum would accept both routes, and the list of the scope would not run for the merged one.
#[test]
#[should_panic(
    expected = "`GET /admin/users => {closure}` (tests/behavior/composition/conflicts.rs:21) conflicts with \
                `merge / => merged()` (tests/behavior/composition/conflicts.rs:23): "
)]
fn a_merged_route_with_another_method_of_a_path_of_the_app_panics() {
    app! {
        fn overlapping() -> Router {
            scope "/admin" {
                GET "/users" => async || "of the app",
            }
            merge merged(),
        }
    }
    fn merged() -> Router {
        Router::new().route("/admin/users", post("merged"))
    }
    let _ = overlapping();
}

app! {
    fn reads() -> Router {
        GET "/items" => async || "read",
    }
}

app! {
    fn writes() -> Router {
        POST "/items" => async || "written",
    }
}

#[test]
#[should_panic(
    expected = "`merge / => writes()` (tests/behavior/composition/conflicts.rs:54) \
                conflicts with `merge / => reads()` (tests/behavior/composition/conflicts.rs:52): "
)]
fn two_merged_apps_with_one_path_panic() {
    app! {
        fn both() -> Router {
            merge reads(),
            GET "/" => async || "index",
            merge writes(),
        }
    }
    let _ = both();
}

#[test]
#[should_panic(expected = "(tests/behavior/composition/conflicts.rs:66) conflicts with")]
fn two_merged_routers_with_one_route_panic() {
    app! {
        fn both() -> Router {
            merge Router::new().route("/a", get("first")),
            merge Router::new().route("/a", get("second")),
        }
    }
    let _ = both();
}

#[tokio::test]
async fn two_merged_routers_of_axum_share_a_path_as_in_axum() {
    app! {
        fn both() -> Router {
            merge Router::new().route("/a", get("read")),
            merge Router::new().route("/a", post("written")),
        }
    }
    for (method, answer) in [
        ("GET", "200 read"),
        ("POST", "200 written"),
        ("PUT", "405 "),
    ] {
        assert_eq!(send(&both(), method, "/a").await.brief(), answer);
    }
}

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn rewritten() -> Router before routing [rewrite] {
        GET "/items" => async || "items",
    }
}

#[test]
#[should_panic(
    expected = "`merge / => rewritten()` (tests/behavior/composition/conflicts.rs:109): \
                `rewritten()` has a fallback and no routes, as an `app!` with `before routing` has; \
                `merge` takes its routes only, so write `mount \"/\" => rewritten()`"
)]
fn merging_an_app_with_before_routing_panics() {
    app! {
        fn whole() -> Router {
            merge rewritten(),
        }
    }
    let _ = whole();
}

#[test]
#[should_panic(expected = "has a fallback and no routes")]
fn merging_a_router_that_is_all_fallback_panics() {
    app! {
        fn whole() -> Router {
            scope "/files" {
                merge Router::new().fallback("all"),
            }
        }
    }
    let _ = whole();
}

#[tokio::test]
async fn an_empty_router_can_be_merged() {
    app! {
        fn whole() -> Router {
            merge Router::new(),
            mount "/" => rewritten(),
        }
    }
    assert_eq!(send(&whole(), "GET", "/items").await.brief(), "200 items");
}
