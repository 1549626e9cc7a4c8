//! Which lists run for a route, for a 405 and for an unmatched path.

use axum::Router;
use concentric::app;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Server, Site, answered, note, reached, say,
};

app! {
    fn site(state: Events) -> Router with [note("app")] {
        GET "/" => say("index"),
        GET | POST "/both" => say("both") with [note("route")],

        scope "/api" with [note("api")] {
            GET "/" => say("api"),
            GET "/users" => say("users") with [note("route")],
            POST "/users" => say("add user"),
            PUT "/split" => say("put"),

            scope "/admin" with [note("admin")] {
                GET "/stats" => say("stats"),
                scope with [note("audit")] {
                    DELETE "/stats" => say("clear"),
                }
            }
            scope with [note("left")] {
                GET "/split" => say("get"),
            }
            scope with [note("right")] {
                DELETE "/split" => say("delete"),
                PATCH "/split" => say("patch"),
                DELETE | PATCH "/right" => say("right"),
            }
        }
        ANY "/any" => say("any"),
    }
}

#[tokio::test]
async fn a_route_runs_the_lists_of_the_app_its_scopes_and_its_own() {
    let site = Site::new(site);
    assert_eq!(site.trace("GET", "/").await, reached("app", "index"));
    assert_eq!(
        site.trace("GET", "/api/users").await,
        reached("app api route", "users")
    );
    assert_eq!(
        site.trace("POST", "/api/users").await,
        reached("app api", "add user")
    );
    assert_eq!(
        site.trace("DELETE", "/api/admin/stats").await,
        reached("app api admin audit", "clear")
    );
}

#[tokio::test]
async fn all_methods_of_a_route_run_the_same_middleware() {
    let site = Site::new(site);
    let passed = reached("app route", "both");
    assert_eq!(site.trace("GET", "/both").await, passed);
    assert_eq!(site.trace("POST", "/both").await, passed);
    for method in [
        "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE",
    ] {
        let passed = reached("app", "any");
        assert_eq!(site.trace(method, "/any").await, passed, "{method}");
    }
    // A response to `CONNECT` has no body: a tunnel follows it.
    let passed = ["in app", "any", "out app", "200 "];
    assert_eq!(site.trace("CONNECT", "/any").await, passed);
}

#[tokio::test]
async fn head_on_a_get_route_runs_the_same_middleware_and_returns_no_body() {
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
async fn head_over_a_socket_has_the_content_length_and_no_body() {
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
        GET "/" => say("get"),
        HEAD "/" => say("head"),
        HEAD "/only" => say("only"),
    }
}

#[tokio::test]
async fn a_head_route_takes_precedence_over_a_get_route() {
    let site = Site::new(own_head);
    assert_eq!(site.trace("HEAD", "/").await, ["head", "200 "]);
    assert_eq!(site.trace("GET", "/").await, ["get", "200 get"]);
    assert_eq!(site.trace("GET", "/only").await, [METHOD_NOT_ALLOWED]);
}

#[tokio::test]
async fn method_not_allowed_runs_the_lists_down_to_the_innermost_scope_with_all_routes_of_the_path()
{
    let site = Site::new(site);
    for (method, path, lists) in [
        // The lists of the routes themselves do not run.
        ("PUT", "/both", "app"),
        ("DELETE", "/api/users", "app api"),
        ("OPTIONS", "/api/users", "app api"),
        // Its routes are in a scope and in a scope inside it.
        ("POST", "/api/admin/stats", "app api admin"),
        // Its routes are in two scopes. Only the scope around both contains all of them.
        ("POST", "/api/split", "app api"),
        // All its routes are in one scope without a prefix.
        ("POST", "/api/right", "app api right"),
        ("PURGE", "/", "app"),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            answered(lists, METHOD_NOT_ALLOWED),
            "{method} {path}"
        );
    }
}

#[tokio::test]
async fn method_not_allowed_sets_allow() {
    let site = Site::new(site);
    for (path, allowed) in [
        ("/", "GET,HEAD"),
        ("/both", "GET,HEAD,POST"),
        ("/api/users", "GET,HEAD,POST"),
        ("/api/right", "DELETE,PATCH"),
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
async fn an_unmatched_path_under_a_prefix_runs_the_lists_down_to_the_deepest_matching_scope() {
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
        let expected = answered(lists, NOT_FOUND);
        for method in ["GET", "POST", "OPTIONS", "PURGE"] {
            assert_eq!(site.trace(method, path).await, expected, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn any_other_unmatched_path_runs_the_list_of_the_app() {
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
            answered("app", NOT_FOUND),
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_unmatched_path_is_answered_with_a_json_error() {
    let site = Site::new(site);
    assert_eq!(
        site.send("GET", "/nope").await,
        "404\ncontent-length: 22\ncontent-type: application/json\n\n{\"detail\":\"Not Found\"}"
    );
}
