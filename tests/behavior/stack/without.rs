//! `without` on a route, a scope, a mount and a merge.

use axum::{Router, routing::get};
use concentric::{Next, Provided, Request, Response, app, middleware};
use tower::limit::ConcurrencyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::{
    Events, METHOD_NOT_ALLOWED, NOT_FOUND, Server, Site, answered, note, note_layer, reached,
    request, say, send,
};

fn session() -> note {
    note("session")
}

fn csrf() -> note {
    note("csrf")
}

fn audit() -> note {
    note("audit")
}

mod nested {
    pub(super) fn trace() -> super::note {
        super::note("trace")
    }
}

fn plain() -> Router<()> {
    Router::new().route("/merged", get(async || "merged"))
}

app! {
    fn site(state: Events, is_on: bool) -> Router
    with [nested::trace(), session(), csrf() if is_on] {
        GET "/" => say("index"),
        GET "/open" => say("open") without [session],
        POST "/open" => say("post"),
        GET "/own" => say("own") without [trace, csrf] with [note("own")],
        GET "/by-path" => say("by path") without [nested::trace],

        scope "/hook" without [csrf] with [audit()] {
            GET "/" => say("hook"),
            GET "/quiet" => say("quiet") without [audit],
            scope with [note("inner")] {
                GET "/none" => say("none") without [session, audit] with [session()],
            }
            GET "/split" => say("split"),
            POST "/split" => say("split") without [audit, session],
        }
        mount "/files" => get(async || "a file") without [session],
        merge plain() without [csrf, trace],
    }
}

#[tokio::test]
async fn without_on_a_route_excludes_the_entries_it_names() {
    let site = Site::new(|events| site(events, true));
    let all = "trace session csrf";
    assert_eq!(site.trace("GET", "/").await, reached(all, "index"));
    assert_eq!(
        site.trace("GET", "/open").await,
        reached("trace csrf", "open")
    );
    assert_eq!(
        site.trace("HEAD", "/open").await[..2],
        ["in trace", "in csrf"]
    );
    assert_eq!(site.trace("POST", "/open").await, reached(all, "post"));
    assert_eq!(
        site.trace("GET", "/own").await,
        reached("session own", "own")
    );
    assert_eq!(
        site.trace("GET", "/by-path").await,
        reached("session csrf", "by path")
    );
}

#[tokio::test]
async fn without_on_a_scope_applies_to_all_its_routes() {
    let site = Site::new(|events| site(events, true));
    assert_eq!(
        site.trace("GET", "/hook").await,
        reached("trace session audit", "hook")
    );
    assert_eq!(
        site.trace("GET", "/hook/quiet").await,
        reached("trace session", "quiet")
    );
    // The list of the item itself may add an excluded entry again.
    assert_eq!(
        site.trace("GET", "/hook/none").await,
        reached("trace inner session", "none")
    );
}

#[tokio::test]
async fn unmatched_paths_and_405s_follow_without_on_the_scope_and_not_on_the_route() {
    let site = Site::new(|events| site(events, true));
    let all = "trace session csrf";
    let passed = answered(all, NOT_FOUND);
    assert_eq!(site.trace("GET", "/nothing").await, passed);
    let passed = answered(all, METHOD_NOT_ALLOWED);
    assert_eq!(site.trace("PUT", "/open").await, passed);
    for (method, path, answer) in [
        ("GET", "/hook/nothing", NOT_FOUND),
        ("PUT", "/hook/quiet", METHOD_NOT_ALLOWED),
        ("PUT", "/hook/split", METHOD_NOT_ALLOWED),
    ] {
        let passed = answered("trace session audit", answer);
        assert_eq!(site.trace(method, path).await, passed, "{method} {path}");
    }
}

#[tokio::test]
async fn without_on_a_mount_and_a_merge_excludes_the_entries_it_names() {
    let site = Site::new(|events| site(events, true));
    let passed = answered("trace csrf", "200 a file");
    assert_eq!(site.trace("GET", "/files/a").await, passed);
    let passed = answered("session", "200 merged");
    assert_eq!(site.trace("GET", "/merged").await, passed);
}

#[tokio::test]
async fn without_may_name_an_entry_with_a_condition() {
    let site = Site::new(|events| site(events, false));
    assert_eq!(
        site.trace("GET", "/").await,
        reached("trace session", "index")
    );
    assert_eq!(
        site.trace("GET", "/hook/quiet").await,
        reached("trace session", "quiet")
    );
    assert_eq!(
        site.trace("GET", "/own").await,
        reached("session own", "own")
    );
}

#[derive(Clone)]
struct User(&'static str);

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User("of the scope")).run(req).await
}

#[middleware]
async fn guest(req: Request, next: Next<User>) -> Response {
    next.provide(User("a guest")).run(req).await
}

#[middleware]
async fn greet(user: Provided<User>, req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    if let Ok(name) = user.0.0.parse() {
        response.headers_mut().insert("x-user", name);
    }
    response
}

async fn show(user: Provided<User>) -> &'static str {
    user.0.0
}

app! {
    fn with_users() -> Router with [authenticate, greet] {
        GET "/" => show,
        GET "/guest" => show without [authenticate, greet] with [guest, greet],
        GET "/login" => async || "log in" without [greet, authenticate],
    }
}

#[tokio::test]
async fn an_excluded_type_can_be_provided_again() {
    let app = with_users();
    for (path, body, header) in [
        ("/", "of the scope", vec!["of the scope"]),
        ("/guest", "a guest", vec!["a guest"]),
        ("/login", "log in", vec![]),
    ] {
        let reply = send(&app, "GET", path).await;
        assert_eq!(reply.body, body);
        assert_eq!(reply.header("x-user"), header);
    }
}

fn header(name: &'static str) -> SetResponseHeaderLayer<http::HeaderValue> {
    SetResponseHeaderLayer::overriding(
        http::HeaderName::from_static(name),
        http::HeaderValue::from_static("1"),
    )
}

app! {
    fn with_layers(state: Events, is_on: bool) -> Router with [
        note("app"),
        note_layer(&state, "layer"),
        header("x-always"),
        SetResponseHeaderLayer::overriding(
            http::header::SERVER,
            http::HeaderValue::from_static("tests"),
        ) if is_on,
    ] {
        GET "/" => say("said"),
        GET "/bare" => say("said") without [note_layer, SetResponseHeaderLayer],
        GET "/some" => say("said") without [header],
    }
}

#[tokio::test]
async fn without_names_a_tower_layer_by_its_type_or_its_function() {
    for is_on in [true, false] {
        let site = Site::new(|events| with_layers(events, is_on));
        for (path, lists, headers) in [
            ("/", "app layer", [true, is_on]),
            ("/bare", "app", [true, false]),
            ("/some", "app layer", [false, is_on]),
        ] {
            let reply = site.send("GET", path).await;
            let has = ["x-always", "server"].map(|name| !reply.header(name).is_empty());
            assert_eq!(has, headers, "{path} {is_on}");
            let mut events = site.events.take();
            events.push(reply.brief());
            assert_eq!(events, reached(lists, "said"), "{path} {is_on}");
        }
    }
}

fn app_note() -> note {
    note("unused")
}

#[middleware(outside(authenticate))]
async fn early(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn before(req: Request, next: Next<u8>) -> Response {
    next.provide(7).run(req).await
}

async fn number(number: Provided<u8>) -> String {
    number.0.to_string()
}

app! {
    fn ordered() -> Router before routing [before] with [authenticate] {
        GET "/" => number without [authenticate] with [early, authenticate],
    }
}

/// Values provided before routing stay available.
#[tokio::test]
async fn order_rules_ignore_excluded_entries() {
    assert_eq!(send(&ordered(), "GET", "/").await.body, "7");
}

/// A limit counts the requests of routes with and without `without`.
#[tokio::test]
async fn without_does_not_duplicate_the_remaining_entries() {
    app! {
        fn one(state: Events) -> Router with [app_note(), ConcurrencyLimitLayer::new(1)] {
            GET "/held" => async |axum::extract::State(events): axum::extract::State<Events>| {
                events.add("held");
                std::future::pending::<()>().await;
            },
            GET "/free" => say("free") without [app_note],
            GET "/unlimited" => say("unlimited") without [app_note, ConcurrencyLimitLayer],
        }
    }
    let site = Site::new(one);
    let server = Server::start(site.app.clone()).await;
    let held = server.request("GET", "/held").await;
    site.events.until("held").await;
    let free = tokio::spawn(tower::ServiceExt::oneshot(
        site.app.clone(),
        request("GET", "/free"),
    ));
    assert!(
        server
            .answer("GET", "/unlimited")
            .await
            .ends_with("unlimited")
    );
    assert!(!site.events.has("free"));
    drop(held);
    let response = crate::support::soon(free).await.unwrap();
    assert_eq!(response.unwrap().status(), 200);
}
