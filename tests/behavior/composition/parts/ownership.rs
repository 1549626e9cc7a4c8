//! Which part owns a path, mounts and merges inside of parts, and `before routing` around them.

use axum::{Router, extract::Path, routing::get};
use concentric::{Next, Part, Request, Response, app, middleware};
use http::Uri;

use super::twins::{assert_same, echo};
use crate::support::{Events, NOT_FOUND, Site, answered, note, reached, say};

app! {
    fn tenants(state: Events) -> Part with [note("tenants")] {
        scope "/{tenant}" with [note("tenant")] {
            GET "/settings" => echo("settings"),
        }
        GET "/{tenant}/x" => echo("x"),
        GET "/{tenant}/rest/{*rest}" => echo("rest"),
    }
}

app! {
    fn admin(state: Events) -> Part with [note("admins")] {
        scope "/admin" with [note("admin")] {
            GET "/users" => echo("users"),
        }
    }
}

app! {
    fn catch_all(state: Events) -> Part {
        mount "/" => get(async |uri: Uri| uri.path().to_owned()) with [note("mount")],
        merge Router::new().route("/merged/{id}", get(async |Path(id): Path<String>| id))
            with [note("merge")],
    }
}

app! {
    fn in_parts(state: Events) -> Router with [note("app")] {
        include tenants(state.clone()),
        include admin(state.clone()),
        include catch_all(state.clone()) with [note("include")],
        scope "/inner" with [note("inner")] {
            include tenants(state.clone()) as inner_tenants,
        }
        scope "/files" with [note("files")] {
            include catch_all(state.clone()) as files,
        }
    }
}

app! {
    fn in_place(state: Events) -> Router with [note("app")] {
        scope with [note("tenants")] {
            scope "/{tenant}" with [note("tenant")] {
                GET "/settings" => echo("settings"),
            }
            GET "/{tenant}/x" => echo("x"),
            GET "/{tenant}/rest/{*rest}" => echo("rest"),
        }
        scope with [note("admins")] {
            scope "/admin" with [note("admin")] {
                GET "/users" => echo("users"),
            }
        }
        scope with [note("include")] {
            mount "/" => get(async |uri: Uri| uri.path().to_owned()) with [note("mount")],
            merge Router::new().route("/merged/{id}", get(async |Path(id): Path<String>| id))
                with [note("merge")],
        }
        scope "/inner" with [note("inner")] {
            scope with [note("tenants")] {
                scope "/{tenant}" with [note("tenant")] {
                    GET "/settings" => echo("settings"),
                }
                GET "/{tenant}/x" => echo("x"),
                GET "/{tenant}/rest/{*rest}" => echo("rest"),
            }
        }
        scope "/files" with [note("files")] {
            mount "/" => get(async |uri: Uri| uri.path().to_owned()) with [note("mount")],
            merge Router::new().route("/merged/{id}", get(async |Path(id): Path<String>| id))
                with [note("merge")],
        }
    }
}

#[tokio::test]
async fn prefixes_of_parts_own_their_paths_against_other_parts() {
    let (parts, whole) = (Site::new(in_parts), Site::new(in_place));
    let twins = [(&parts, in_parts::ROUTES), (&whole, in_place::ROUTES)];
    let mut paths = Vec::new();
    for prefix in ["", "/inner", "/files"] {
        for path in [
            "/",
            "/acme",
            "/acme/settings",
            "/acme/x",
            "/acme/y",
            "/admin",
            "/admin/x",
            "/admin/settings",
            "/admin/users",
            "/admin/rest/a",
            "/acme/rest/a/b",
            "/merged/7",
            "/merged/7/8",
            "/admin/7",
            "//admin/x",
            "/%61dmin/x",
            "/./admin/x",
            "/acme/..%2fadmin/x",
            "/a/../admin/users",
            "/admin%2fx",
            "/acme/rest/..%2f..%2f..%2fadmin/x",
            "/merged/..%2fadmin",
            "/merged/%2e%2e%2finner%2fx",
            "/acme//x",
            "//x",
        ] {
            paths.push(format!("{prefix}{path}"));
        }
    }
    let paths: Vec<&str> = paths.iter().map(|path| &**path).collect();
    assert_same(twins, &paths).await;
    assert_eq!(
        parts.trace("GET", "/admin/settings").await,
        answered("app admins admin", NOT_FOUND)
    );
}

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    let (mut head, body) = req.into_parts();
    if head.uri.path() == "/old/users" {
        head.uri = Uri::from_static("/part/x");
    }
    next.run(Request::from_parts(head, body)).await
}

app! {
    fn rewritten(state: Events) -> Part {
        GET "/x" => say("x"),
    }
}

#[tokio::test]
async fn middleware_before_routing_see_the_requests_to_parts() {
    app! {
        fn whole(state: Events) -> Router
        before routing [note("before"), rewrite]
        with [note("app")] {
            scope "/part" {
                include rewritten(state.clone()),
            }
        }
    }
    let site = Site::new(whole);
    assert_eq!(
        site.trace("GET", "/part/x").await,
        reached("before app", "x")
    );
    assert_eq!(
        site.trace("GET", "/old/users").await,
        reached("before app", "x")
    );
    assert_eq!(
        site.trace("GET", "/part/y").await,
        answered("before app", NOT_FOUND)
    );
}
