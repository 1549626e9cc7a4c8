//! Coverage: which requests go through which lists, hit or miss.

use axum::Router;
use concentric::app;

use crate::support::{Events, NOT_FOUND, Server, Site, hit, note, past, said};

app! {
    fn site(state: Events) -> Router with [note("app")] {
        GET "/" => said("index"),
        GET | POST "/both" => said("both") with [note("route")],

        scope "/api" with [note("api")] {
            GET "/" => said("api"),
            GET "/users" => said("users") with [note("route")],
            POST "/users" => said("add user"),
            PUT "/split" => said("put"),

            scope "/admin" with [note("admin")] {
                GET "/stats" => said("stats"),
                scope with [note("audit")] {
                    DELETE "/stats" => said("clear"),
                }
            }
            scope with [note("left")] {
                GET "/split" => said("get"),
            }
            scope with [note("right")] {
                DELETE "/split" => said("delete"),
                PATCH "/split" => said("patch"),
                DELETE | PATCH "/right" => said("right"),
            }
        }
        ANY "/any" => said("any"),
    }
}

#[tokio::test]
async fn a_route_goes_through_the_app_its_scopes_and_its_own_list() {
    let site = Site::new(site);
    assert_eq!(site.trace("GET", "/").await, hit("app", "index"));
    assert_eq!(
        site.trace("GET", "/api/users").await,
        hit("app api route", "users")
    );
    assert_eq!(
        site.trace("POST", "/api/users").await,
        hit("app api", "add user")
    );
    assert_eq!(
        site.trace("DELETE", "/api/admin/stats").await,
        hit("app api admin audit", "clear")
    );
}

#[tokio::test]
async fn all_methods_of_a_route_go_the_same_way() {
    let site = Site::new(site);
    let passed = hit("app route", "both");
    assert_eq!(site.trace("GET", "/both").await, passed);
    assert_eq!(site.trace("POST", "/both").await, passed);
    for method in [
        "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE",
    ] {
        let passed = hit("app", "any");
        assert_eq!(site.trace(method, "/any").await, passed, "{method}");
    }
    // What follows the answer to a `CONNECT` is a tunnel, so there is no body.
    let passed = ["in app", "any", "out app", "200 "];
    assert_eq!(site.trace("CONNECT", "/any").await, passed);
}

#[tokio::test]
async fn head_of_a_get_route_goes_the_same_way_without_a_body() {
    let site = Site::new(site);
    assert_eq!(
        site.trace("HEAD", "/api/users").await,
        [
            "in app",
            "in api",
            "in route",
            "users",
            "out route",
            "out api",
            "out app",
            "200 "
        ]
    );
    assert_eq!(
        site.trace("HEAD", "/api/split").await,
        [
            "in app", "in api", "in left", "get", "out left", "out api", "out app", "200 "
        ]
    );
}

#[tokio::test]
async fn head_on_the_wire_has_the_length_of_the_body_and_no_body() {
    let server = Server::start(Site::new(site).app).await;
    let head = "HTTP/1.1 200 OK\ncontent-length: 5\ncontent-type: text/plain; charset=utf-8\n\n";
    assert_eq!(server.answer("HEAD", "/api/users").await, head);
    assert_eq!(
        server.answer("GET", "/api/users").await,
        format!("{head}users")
    );
}

app! {
    fn own_head(state: Events) -> Router {
        GET "/" => said("get"),
        HEAD "/" => said("head"),
        HEAD "/only" => said("only"),
    }
}

#[tokio::test]
async fn a_head_route_of_its_own_comes_before_that_of_get() {
    let site = Site::new(own_head);
    assert_eq!(site.trace("HEAD", "/").await, ["head", "200 "]);
    assert_eq!(site.trace("GET", "/").await, ["get", "200 get"]);
    assert_eq!(
        site.trace("GET", "/only").await,
        [r#"405 {"detail":"Method Not Allowed"}"#]
    );
}

const NOT_ALLOWED: &str = r#"405 {"detail":"Method Not Allowed"}"#;

#[tokio::test]
async fn another_method_goes_through_the_innermost_scope_of_all_routes_of_the_path() {
    let site = Site::new(site);
    for (method, path, lists) in [
        // The lists of the routes themselves are left out.
        ("PUT", "/both", "app"),
        ("DELETE", "/api/users", "app api"),
        ("OPTIONS", "/api/users", "app api"),
        // Its routes stand in a scope and in one inside of that.
        ("POST", "/api/admin/stats", "app api admin"),
        // Its routes stand in two scopes that have nothing in common but the scope around both.
        ("POST", "/api/split", "app api"),
        // All its routes stand in one scope without a prefix.
        ("POST", "/api/right", "app api right"),
        ("PURGE", "/", "app"),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            past(lists, NOT_ALLOWED),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn another_method_is_told_which_ones_are_allowed() {
    let site = Site::new(site);
    for (path, allowed) in [
        ("/", "GET,HEAD"),
        ("/both", "GET,HEAD,POST"),
        ("/api/users", "GET,HEAD,POST"),
        ("/api/right", "PATCH,DELETE"),
    ] {
        let reply = site.send("PUT", path).await;
        let expected = format!(
            "405\nallow: {allowed}\ncontent-length: 31\ncontent-type: application/json\n\n\
             {{\"detail\":\"Method Not Allowed\"}}"
        );
        assert_eq!(reply, &*expected, "{path}");
    }
    let server = Server::start(site.app).await;
    assert_eq!(
        server.answer("PUT", "/api/users").await,
        "HTTP/1.1 405 Method Not Allowed\nallow: GET,HEAD,POST\ncontent-length: 31\n\
         content-type: application/json\n\n{\"detail\":\"Method Not Allowed\"}"
    );
}

#[tokio::test]
async fn a_miss_below_a_prefix_goes_through_the_deepest_scope_that_fits() {
    let site = Site::new(site);
    for (path, lists) in [
        ("/api/", "app api"),
        ("/api/nope", "app api"),
        ("/api/users/7", "app api"),
        ("/api/nope?page=1", "app api"),
        ("/api/administration", "app api"),
        ("/api/admin", "app api admin"),
        ("/api/admin/nope/and/deeper", "app api admin"),
    ] {
        let expected = past(lists, NOT_FOUND);
        for method in ["GET", "POST", "OPTIONS", "PURGE"] {
            assert_eq!(site.trace(method, path).await, expected, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn any_other_miss_goes_through_the_app() {
    let site = Site::new(site);
    for path in [
        "/nope",
        "/apiary",
        "/API/users",
        "/both/",
        "//",
        "/nope/api/users",
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            past("app", NOT_FOUND),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_miss_is_answered_in_whole_with_an_error() {
    let site = Site::new(site);
    assert_eq!(
        site.send("GET", "/nope").await,
        "404\ncontent-length: 22\ncontent-type: application/json\n\n{\"detail\":\"Not Found\"}"
    );
}
