//! `without`: what a route, a scope, a mount or a merge takes out of the lists around it.

use axum::{Router, routing::get};
use concentric::{Next, Provided, Request, Response, app, middleware};
use tower::limit::ConcurrencyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::support::{Events, Server, Site, hit, note, note_layer, past, request, said, send};

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
        GET "/" => said("index"),
        GET "/open" => said("open") without [session],
        POST "/open" => said("post"),
        GET "/own" => said("own") without [trace, csrf] with [note("own")],
        GET "/by-path" => said("by path") without [nested::trace],

        scope "/hook" without [csrf] with [audit()] {
            GET "/" => said("hook"),
            GET "/quiet" => said("quiet") without [audit],
            scope with [note("inner")] {
                GET "/none" => said("none") without [session, audit] with [session()],
            }
            GET "/split" => said("split"),
            POST "/split" => said("split") without [audit, session],
        }
        mount "/files" => get(async || "a file") without [session],
        merge plain() without [csrf, trace],
    }
}

#[tokio::test]
async fn a_route_goes_without_what_it_names() {
    let site = Site::new(|events| site(events, true));
    let all = "trace session csrf";
    assert_eq!(site.trace("GET", "/").await, hit(all, "index"));
    assert_eq!(site.trace("GET", "/open").await, hit("trace csrf", "open"));
    assert_eq!(
        site.trace("HEAD", "/open").await[..2],
        ["in trace", "in csrf"]
    );
    assert_eq!(site.trace("POST", "/open").await, hit(all, "post"));
    assert_eq!(site.trace("GET", "/own").await, hit("session own", "own"));
    assert_eq!(
        site.trace("GET", "/by-path").await,
        hit("session csrf", "by path")
    );
}

#[tokio::test]
async fn all_in_a_scope_goes_without_what_the_scope_names() {
    let site = Site::new(|events| site(events, true));
    assert_eq!(
        site.trace("GET", "/hook").await,
        hit("trace session audit", "hook")
    );
    assert_eq!(
        site.trace("GET", "/hook/quiet").await,
        hit("trace session", "quiet")
    );
    // A list of its own may have what was taken out.
    assert_eq!(
        site.trace("GET", "/hook/none").await,
        hit("trace inner session", "none")
    );
}

#[tokio::test]
async fn a_miss_goes_without_what_its_scope_names_and_no_more() {
    let site = Site::new(|events| site(events, true));
    let not_found = r#"404 {"detail":"Not Found"}"#;
    let not_allowed = r#"405 {"detail":"Method Not Allowed"}"#;
    let all = "trace session csrf";
    assert_eq!(site.trace("GET", "/nothing").await, past(all, not_found));
    assert_eq!(site.trace("PUT", "/open").await, past(all, not_allowed));
    for (method, path, answer) in [
        ("GET", "/hook/nothing", not_found),
        ("PUT", "/hook/quiet", not_allowed),
        ("PUT", "/hook/split", not_allowed),
    ] {
        let passed = past("trace session audit", answer);
        assert_eq!(site.trace(method, path).await, passed, "{method} {path}");
    }
}

#[tokio::test]
async fn a_mount_and_a_merged_router_go_without_what_they_name() {
    let site = Site::new(|events| site(events, true));
    let passed = past("trace csrf", "200 a file");
    assert_eq!(site.trace("GET", "/files/a").await, passed);
    let passed = past("session", "200 merged");
    assert_eq!(site.trace("GET", "/merged").await, passed);
}

#[tokio::test]
async fn what_stands_under_a_condition_can_be_gone_without() {
    let site = Site::new(|events| site(events, false));
    assert_eq!(site.trace("GET", "/").await, hit("trace session", "index"));
    assert_eq!(
        site.trace("GET", "/hook/quiet").await,
        hit("trace session", "quiet")
    );
    assert_eq!(site.trace("GET", "/own").await, hit("session own", "own"));
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
async fn what_was_taken_out_can_be_provided_anew() {
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
    fn with_layers(state: Events, is_on: bool) -> Router
    with [
        note("app"),
        note_layer(&state, "layer"),
        header("x-always"),
        SetResponseHeaderLayer::overriding(
            http::header::SERVER,
            http::HeaderValue::from_static("tests"),
        ) if is_on,
    ] {
        GET "/" => said("said"),
        GET "/bare" => said("said") without [note_layer, SetResponseHeaderLayer],
        GET "/some" => said("said") without [header],
    }
}

#[tokio::test]
async fn a_tower_layer_is_taken_out_by_the_name_of_its_type_or_its_function() {
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
            assert_eq!(events, hit(lists, "said"), "{path} {is_on}");
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

/// What is taken out breaks no order rule, and what is provided before routing is still there.
#[tokio::test]
async fn order_rules_are_about_what_is_left() {
    assert_eq!(send(&ordered(), "GET", "/").await.body, "7");
}

/// What is left is the same instance as elsewhere: a limit is one for all.
#[tokio::test]
async fn what_is_left_is_one_instance() {
    app! {
        fn one(state: Events) -> Router
        with [app_note(), ConcurrencyLimitLayer::new(1)] {
            GET "/held" => async |axum::extract::State(events): axum::extract::State<Events>| {
                events.add("held");
                std::future::pending::<()>().await;
            },
            GET "/free" => said("free") without [app_note],
            GET "/unlimited" => said("unlimited") without [app_note, ConcurrencyLimitLayer],
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
