//! Conditional items: where its condition is false, it is as if an item were not written.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use axum::{
    Router,
    extract::Path,
    routing::{get, post},
};
use concentric::app;
use http::Uri;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, panic_of, reached, say, send,
};

app! {
    fn items(state: Events, is_on: bool) -> Router with [note("app")] {
        GET "/x" => say("x") if is_on,
        GET "/x/{id}" => say("id"),
        GET "/x/7" => say("seven") if is_on,
        POST "/methods" => say("post"),
        GET | PUT "/methods" => say("get or put") if is_on with [note("methods")],
        scope "/admin" if is_on with [note("admin")] {
            GET "/users" => say("users"),
            fallback => say("404 of admin"),
        }
        scope if is_on with [note("group")] {
            GET "/grouped" => say("grouped"),
        }
        mount "/files" => get(async |uri: Uri| uri.path().to_owned()) if is_on with [note("files")],
        merge Router::new().route("/merged", get("merged")) if is_on with [note("merged")],
        scope "/nested" {
            mount "/" => get("nested mount") if is_on,
        }
        GET "/{first}/{*rest}" => say("rest"),
    }
}

#[tokio::test]
async fn an_item_whose_condition_is_true_is_a_plain_item() {
    let site = Site::new(|state| items(state, true));
    for (method, path, lists, name) in [
        ("GET", "/x", "app", "x"),
        ("GET", "/x/7", "app", "seven"),
        ("PUT", "/methods", "app methods", "get or put"),
        ("GET", "/admin/users", "app admin", "users"),
        ("GET", "/admin/nothing", "app admin", "404 of admin"),
        ("GET", "//admin/nothing", "app admin", "404 of admin"),
        ("GET", "/grouped", "app group", "grouped"),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            reached(lists, name),
            "{method} {path}"
        );
    }
    for (path, lists, answer) in [
        ("/files/a", "app files", "200 /a"),
        ("/merged", "app merged", "200 merged"),
        ("/nested", "app", "200 nested mount"),
        ("/nested/x", "app", "200 nested mount"),
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            answered(lists, answer),
            "{path}"
        );
    }
    assert_eq!(
        site.send("DELETE", "/methods").await.header("allow"),
        ["POST,GET,HEAD,PUT"]
    );
}

#[tokio::test]
async fn an_item_whose_condition_is_false_does_not_exist() {
    let site = Site::new(|state| items(state, false));
    // What is less specific answers, since nothing owns these paths.
    for (path, name) in [
        ("/x/7", "id"),
        ("/admin/users", "rest"),
        ("/admin/nothing", "rest"),
        ("/files/a", "rest"),
        ("//admin/nothing", "rest"),
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            reached("app", name),
            "{path}"
        );
    }
    for path in [
        "/x",
        "/grouped",
        "/files",
        "/merged",
        "/nested",
        "/nested/x",
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            answered("app", NOT_FOUND),
            "{path}"
        );
    }
    assert_eq!(
        site.trace("PUT", "/methods").await,
        answered("app", METHOD_NOT_ALLOWED)
    );
    assert_eq!(site.send("PUT", "/methods").await.header("allow"), ["POST"]);
    assert_eq!(site.send("PUT", "/x").await.status, 404);
}

app! {
    fn root_mount(state: Events, has_site: bool) -> Router with [note("app")] {
        GET "/api" => say("api"),
        mount "/" => get("site") if has_site with [note("site")],
    }
}

#[tokio::test]
async fn a_mount_at_the_root_answers_unmatched_paths_only_if_it_exists() {
    let site = Site::new(|state| root_mount(state, true));
    assert_eq!(
        site.trace("GET", "/x").await,
        answered("app site", "200 site")
    );
    let site = Site::new(|state| root_mount(state, false));
    assert_eq!(site.trace("GET", "/x").await, answered("app", NOT_FOUND));
    let rows: Vec<_> = root_mount::ROUTES.iter().map(ToString::to_string).collect();
    assert_eq!(rows, ["GET /api", "mount /", "405 /api", "404 /{*rest}"]);
}

app! {
    fn alternatives(state: Events, is_new: bool) -> Router with [note("app")] {
        GET "/x" => say("new") if is_new with [note("new")],
        GET "/x" => say("old") if !is_new,
        POST "/x" => say("post") if is_new,
        scope "/s" if is_new with [note("new")] {
            GET "/" => say("new"),
        }
        scope "/s" if !is_new with [note("old")] {
            GET "/y" => say("old"),
        }
        mount "/" => get("new") if is_new,
        mount "/" => get("old") if !is_new,
    }
}

#[tokio::test]
async fn two_items_under_opposite_conditions_are_alternatives() {
    let new = Site::new(|state| alternatives(state, true));
    let old = Site::new(|state| alternatives(state, false));
    assert_eq!(new.trace("GET", "/x").await, reached("app new", "new"));
    assert_eq!(old.trace("GET", "/x").await, reached("app", "old"));
    assert_eq!(
        new.trace("PUT", "/x").await,
        answered("app", METHOD_NOT_ALLOWED)
    );
    assert_eq!(old.send("PUT", "/x").await.header("allow"), ["GET,HEAD"]);
    old.events.take();
    assert_eq!(new.trace("GET", "/s").await, reached("app new", "new"));
    assert_eq!(old.trace("GET", "/s").await, answered("app old", NOT_FOUND));
    assert_eq!(old.trace("GET", "/s/y").await, reached("app old", "old"));
    assert_eq!(new.trace("GET", "/z").await, answered("app", "200 new"));
    assert_eq!(old.trace("GET", "/z").await, answered("app", "200 old"));
}

#[test]
fn items_under_two_conditions_that_are_both_true_conflict() {
    app! {
        fn routes(a: bool, b: bool) -> Router {
            GET "/x" => async || "a" if a,
            GET "/x" => async || "b" if b,
        }
    }
    app! {
        fn scopes(a: bool, b: bool) -> Router {
            scope "/s" if a {}
            scope "/s" if b {}
        }
    }
    app! {
        fn mounts(a: bool, b: bool) -> Router {
            mount "/" => get("a") if a,
            mount "/" => get("b") if b,
        }
    }
    app! {
        fn patterns(a: bool, b: bool) -> Router {
            GET "/{id}" => async || "a" if a,
            scope if b {
                GET "/{*rest}" => async || "b",
            }
        }
    }
    app! {
        fn same_but_for_names(a: bool, b: bool) -> Router {
            GET "/{id}" => async || "a" if a,
            POST "/{name}" => async || "b" if b,
        }
    }
    for make in [routes, scopes, mounts, patterns, same_but_for_names] {
        assert!(panic_of(|| make(true, true)).contains("conflicts with"));
        for (a, b) in [(true, false), (false, true), (false, false)] {
            let _ = make(a, b);
        }
    }
    let line = |text: &str| {
        let mut lines = include_str!("conditional_items.rs").lines().zip(1..);
        lines.find(|(line, _)| line.contains(text)).unwrap().1
    };
    let message = panic_of(|| scopes(true, true));
    assert!(message.contains("`scope /s` ("), "{message}");
    assert_eq!(
        panic_of(|| routes(true, true)),
        format!(
            "`GET /x => {{closure}}` ({file}:{}) conflicts with `GET /x => {{closure}}` ({file}:{}), \
             and both of their conditions are true",
            line("async || \"b\" if b,"),
            line("async || \"a\" if a,"),
            file = file!(),
        )
    );
}

#[test]
fn merged_routes_conflict_only_if_both_exist() {
    app! {
        fn merged(a: bool, b: bool) -> Router {
            merge Router::new().route("/x", get("a")) if a,
            POST "/x" => async || "b" if b,
        }
    }
    assert!(panic_of(|| merged(true, true)).contains("conflicts with"));
    let _ = (merged(true, false), merged(false, true));
}

static EVALUATED: AtomicUsize = AtomicUsize::new(0);

#[tokio::test]
async fn a_condition_is_evaluated_once_and_the_expression_only_where_it_is_true() {
    static MADE: AtomicUsize = AtomicUsize::new(0);
    fn condition(value: bool) -> bool {
        EVALUATED.fetch_add(1, Relaxed);
        value
    }
    fn service(text: &'static str) -> axum::routing::MethodRouter {
        MADE.fetch_add(1, Relaxed);
        get(text)
    }
    app! {
        fn counted(value: bool) -> Router {
            mount "/a" => service("a") if condition(value),
        }
    }
    let app = counted(false);
    assert_eq!(send(&app, "GET", "/a").await.status, 404);
    assert_eq!((EVALUATED.load(Relaxed), MADE.load(Relaxed)), (1, 0));
    let app = counted(true);
    assert_eq!(send(&app, "GET", "/a").await.body, "a");
    assert_eq!(send(&app, "GET", "/a").await.body, "a");
    assert_eq!((EVALUATED.load(Relaxed), MADE.load(Relaxed)), (2, 1));
}

#[derive(Clone, PartialEq)]
struct Mode {
    level: u8,
}

impl Mode {
    fn is_level(&self, level: u8) -> bool {
        self.level == level
    }
}

app! {
    fn expressions(mode: Mode, name: Option<String>, with: bool, list: Vec<Router>) -> Router {
        GET "/or" => async || "or" if mode.is_level(1) || mode.is_level(2),
        GET "/struct" => async || "struct" if mode == (Mode { level: 1 }),
        scope "/scope" if mode == (Mode { level: 1 }) {
            GET "/" => async || "scope",
        }
        scope "/matches" if matches!(name.as_deref(), Some("ada")) {
            // The value is moved, and only here.
            GET "/" => {
                let name = name.clone();
                async move || name.unwrap_or_default()
            },
        }
        scope if with && !list.is_empty() without [] with [] {
            GET "/with" => async || "with",
        }
        GET "/not" => async || "not" if !with,
        GET "/block" => async || "block"
            if {
                let on = !with;
                !on
            },
        merge list.into_iter().next().unwrap_or_default() if with,
    }
}

#[tokio::test]
async fn a_condition_is_any_expression() {
    let list = || vec![Router::new().route("/merged", post("merged"))];
    let on = expressions(Mode { level: 1 }, Some("ada".to_owned()), true, list());
    let off = expressions(Mode { level: 3 }, None, false, list());
    for (path, is_on) in [
        ("/or", true),
        ("/struct", true),
        ("/scope", true),
        ("/matches", true),
        ("/with", true),
        ("/not", false),
        ("/block", true),
    ] {
        let [of_on, of_off] = if is_on { [200, 404] } else { [404, 200] };
        assert_eq!(send(&on, "GET", path).await.status, of_on, "{path}");
        assert_eq!(send(&off, "GET", path).await.status, of_off, "{path}");
    }
    assert_eq!(send(&on, "POST", "/merged").await.status, 200);
    assert_eq!(send(&off, "POST", "/merged").await.status, 404);
}

/// An owner that does not exist owns nothing, and no parameter of it is left.
#[tokio::test]
async fn a_scope_that_does_not_exist_owns_nothing() {
    app! {
        fn owned(state: Events, is_on: bool) -> Router {
            scope "/{tenant}" if is_on with [note("tenant")] {}
            scope "/{tenant}/admin" if !is_on with [note("other")] {}
            GET "/{a}/{b}/x" => async |Path(pair): Path<(String, String)>| format!("{pair:?}"),
        }
    }
    let site = Site::new(|state| owned(state, true));
    assert_eq!(
        site.trace("GET", "/t/admin/y").await,
        answered("tenant", NOT_FOUND)
    );
    assert_eq!(
        site.trace("GET", "/t/b/x").await,
        answered("", "200 (\"t\", \"b\")")
    );
    let site = Site::new(|state| owned(state, false));
    assert_eq!(
        site.trace("GET", "/t/admin/x").await,
        answered("other", NOT_FOUND)
    );
    assert_eq!(site.trace("GET", "/t/b/y").await, answered("", NOT_FOUND));
}
