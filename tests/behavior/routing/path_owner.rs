//! The owner of a path that several prefixes match, and the parameters of its unmatched paths.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{OriginalUri, Path, RawPathParams},
    routing::get,
};
use concentric::app;
use http::Uri;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, reached, say, send,
};

app! {
    fn overlapping(state: Events) -> Router {
        scope "/admin" with [note("admin")] {
            GET "/users" => say("users"),
        }
        scope "/{tenant}/settings" with [note("settings")] {
            GET "/" => say("settings"),
        }
        scope "/acme/{part}" with [note("part")] {
            scope "/inner" with [note("inner")] {}
        }
    }
}

#[tokio::test]
async fn the_prefix_with_text_at_the_first_difference_owns_a_path() {
    let site = Site::new(overlapping);
    for (method, path, passed) in [
        ("GET", "/acme/settings", answered("part", NOT_FOUND)),
        ("GET", "/other/settings", reached("settings", "settings")),
        (
            "POST",
            "/other/settings",
            answered("settings", METHOD_NOT_ALLOWED),
        ),
        ("GET", "/other/settings/x", answered("settings", NOT_FOUND)),
        ("GET", "/admin/users", reached("admin", "users")),
        ("GET", "/admin/settings", answered("admin", NOT_FOUND)),
        ("POST", "/admin/settings", answered("admin", NOT_FOUND)),
        ("GET", "/admin/settings/x", answered("admin", NOT_FOUND)),
        ("GET", "/acme/x/y", answered("part", NOT_FOUND)),
        ("GET", "/acme/x/inner/y", answered("part inner", NOT_FOUND)),
    ] {
        assert_eq!(site.trace(method, path).await, passed, "{method} {path}");
    }
    let under = overlapping::ROUTES.under("/admin");
    assert_eq!(under, ["GET /admin/users"]);
    let unmatched = overlapping::ROUTES.unmatched().under("/admin");
    assert_eq!(unmatched, ["405 /admin/users", "404 /admin/{*rest}"]);
}

app! {
    fn beside_a_scope(state: Events) -> Router {
        scope "/admin" with [note("admin")] {}
        GET "/{a}/{b}/c" => say("c"),
        scope "/{a}/{b}" with [note("ab")] {
            GET "/only" => say("only"),
        }
    }
}

#[tokio::test]
async fn another_scope_does_not_change_who_owns_a_path() {
    let site = Site::new(beside_a_scope);
    for (path, passed) in [
        ("/admin/x/c", answered("admin", NOT_FOUND)),
        ("/admin/x/only", answered("admin", NOT_FOUND)),
        ("/x/y/c", reached("", "c")),
        ("/x/y/only", reached("ab", "only")),
        ("/x/y/z", answered("ab", NOT_FOUND)),
    ] {
        assert_eq!(site.trace("GET", path).await, passed, "{path}");
    }
}

app! {
    fn own_word(state: Events) -> Router {
        scope "/account" with [note("account")] {}
        POST "/account/login" => say("login"),
        GET "/account/{*rest}" => say("rest"),
    }
}

app! {
    fn merged_word(state: Events) -> Router {
        scope "/account" with [note("account")] {}
        scope "/{tenant}/files" with [note("files")] {}
        merge Router::new()
            .route("/account/{*rest}", get("rest"))
            .route("/acme/{part}/x", get("acme"))
            .route("/{any}/{part}/y", get("any"))
            .nest_service("/account/nested", get("nested"))
            .nest_service("/deep", get("deep")),
    }
}

#[tokio::test]
async fn what_repeats_the_text_of_a_prefix_answers_written_or_merged() {
    let site = Site::new(own_word);
    assert_eq!(
        site.trace("POST", "/account/login").await,
        reached("", "login")
    );
    assert_eq!(site.trace("GET", "/account/x").await, reached("", "rest"));
    let site = Site::new(merged_word);
    let apps = [
        ("", site.app.clone()),
        ("/o/p", Router::new().nest("/o/p", site.app.clone())),
        ("/o/p", Router::new().nest_service("/o/p", site.app.clone())),
    ];
    for (prefix, app) in apps {
        for (path, answer) in [
            ("/account/x/y", "200 rest"),
            // axum does not tell where a service is nested in a router.
            ("/account/nested/x", NOT_FOUND),
            ("/account/nested", "200 nested"),
            ("/deep/account", "200 deep"),
            // The text comes before the parameter of the prefix.
            ("/acme/files/x", "200 acme"),
            ("/other/files/y", NOT_FOUND),
            ("/account/files/y", "200 rest"),
            ("/deep/../account", NOT_FOUND),
        ] {
            let reply = send(&app, "GET", &format!("{prefix}{path}")).await;
            assert_eq!(reply.brief(), answer, "{prefix} {path}");
        }
    }
}

app! {
    fn params(state: Events) -> Router {
        GET "/{a}/{b}/{c}" => say("abc"),
        scope "/{tenant}/admin" {
            fallback => async |Path(tenant): Path<String>, uri: Uri, original: OriginalUri| {
                format!("{tenant} {uri} {}", *original)
            },
        }
        scope "/t" {
            fallback => async |params: RawPathParams| {
                format!("{} parameters", params.iter().count())
            },
            scope "/{tenant}" {
                fallback => async |Path(tenant): Path<String>| format!("tenant {tenant:?}"),
                GET "/x" => say("x"),
            }
        }
    }
}

#[tokio::test]
async fn an_unmatched_path_has_no_parameters_of_the_route_that_yields() {
    let site = Site::new(params);
    for (path, answer) in [
        ("/u/admin/x", "200 u /u/admin/x /u/admin/x"),
        ("/u/admin/x/y", "200 u /u/admin/x/y /u/admin/x/y"),
        ("//u//admin/a/b", "200 u //u//admin/a/b //u//admin/a/b"),
        ("/%61%2Fadmin", "200 a /%61%2Fadmin /%61%2Fadmin"),
        ("/t", "200 0 parameters"),
        ("/t/x/y", r#"200 tenant "x""#),
        ("/t//y", r#"200 tenant "y""#),
        (
            "/t/%ff/y",
            r#"400 {"detail":"Invalid URL: Invalid UTF-8 in `tenant`"}"#,
        ),
    ] {
        assert_eq!(send(&site.app, "GET", path).await.brief(), answer, "{path}");
    }
    let nested = Router::new().nest("/api", site.app);
    let reply = send(&nested, "GET", "/api/u/admin/x").await;
    assert_eq!(reply.brief(), "200 u /u/admin/x /api/u/admin/x");
}

#[derive(serde::Deserialize)]
struct Tenant {
    tenant: String,
}

app! {
    fn other_params() -> Router {
        scope "/{tenant}/admin" {
            fallback => async |Path(path): Path<Tenant>,
                               Path(all): Path<BTreeMap<String, String>>| {
                format!("{} {}", path.tenant.len(), all.len())
            },
        }
        scope "/x" {
            fallback => async || "unmatched",
        }
        GET "/{tenant}/{b}/{c}" => async || "route",
        GET "/x/{*rest}" => async || "own word",
        GET "/{tenant}/{b}" => async || "route",
    }
}

#[tokio::test]
async fn unmatched_paths_of_a_route_that_yields_are_like_all_others() {
    let site = other_params();
    for path in ["/t/admin/x", "/t/admin/x/y", "/t/admin"] {
        assert_eq!(send(&site, "GET", path).await.brief(), "200 1 1", "{path}");
    }
    // Parameters as long as a URI can be, as characters that are encoded and as bytes that are not UTF-8.
    let long = format!("/{}/admin/x", "|".repeat(65_525));
    assert_eq!(send(&site, "GET", &long).await.brief(), "200 65525 1");
    let invalid = format!("/{}/admin/x", "%ff".repeat(21_841));
    let reply = send(&site, "GET", &invalid).await;
    assert_eq!(reply.status, 400, "{}", reply.body);
    // The methods are those of the route, which does not answer.
    let reply = send(&site, "POST", "/t/admin/x").await;
    assert_eq!(
        (reply.brief().as_str(), reply.header("allow").len()),
        ("200 1 1", 0)
    );
}

app! {
    fn first_segment(state: Events) -> Router {
        scope "/{first}" with [note("first")] {}
    }
}

#[tokio::test]
async fn no_scope_owns_the_asterisk_of_options() {
    let site = Site::new(first_segment);
    assert_eq!(site.trace("OPTIONS", "*").await, answered("", NOT_FOUND));
    assert_eq!(
        first_segment::ROUTES
            .explain("OPTIONS", "*")
            .route()
            .to_string(),
        "404 /{*rest}"
    );
}
