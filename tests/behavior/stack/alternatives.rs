//! `a if condition else b` as an entry of a list.

use axum::{Extension, Router, middleware::from_fn};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware, provides};
use http::{HeaderValue, header};
use tower_http::{add_extension::AddExtensionLayer, set_header::SetRequestHeaderLayer};

use crate::support::{
    Events, NOT_FOUND, Site, answered, note, note_layer, reached, record_outcome, say, send,
};

#[derive(Clone)]
struct User(&'static str);

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User("alice")).run(req).await
}

/// Provides the user of this name.
#[middleware]
async fn pretend(#[config] name: &&'static str, req: Request, next: Next<User>) -> Response {
    next.provide(User(name)).run(req).await
}

#[middleware]
async fn require_user(
    user: Provided<User>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    match user.0.0 {
        "mallory" => Err(HttpError::forbidden("not you")),
        _ => Ok(next.run(req).await),
    }
}

async fn who(user: Provided<User>) -> &'static str {
    user.0.0
}

app! {
    fn providers(is_test: bool) -> Router
    with [pretend("bob") if is_test else authenticate, require_user] {
        GET "/" => who,
    }
}

#[tokio::test]
async fn both_values_provide_a_type() {
    for (is_test, reply) in [(true, "200 bob"), (false, "200 alice")] {
        assert_eq!(send(&providers(is_test), "GET", "/").await.brief(), reply);
    }
}

app! {
    fn providing_layers(number: u8, name: &'static str) -> Router {
        GET "/layer" => who
            with [provides::<User>(Extension(User("layer"))) if number == 0 else authenticate],
        GET "/layers" => who with [
            provides::<User>(Extension(User("a"))) if number == 0
            else provides::<User>(AddExtensionLayer::new(User("b"))),
        ],
        GET "/chain" => who with [
            authenticate if number == 0
            else pretend(name) if number == 1
            else provides::<User>(Extension(User("layer"))),
            require_user,
        ],
    }
}

#[tokio::test]
async fn a_layer_that_provides_a_type_is_a_value() {
    for (number, path, reply) in [
        (0, "/layer", "200 layer"),
        (1, "/layer", "200 alice"),
        (0, "/layers", "200 a"),
        (1, "/layers", "200 b"),
        (0, "/chain", "200 alice"),
        (1, "/chain", "200 bob"),
        (2, "/chain", "200 layer"),
    ] {
        let reply_of = send(&providing_layers(number, "bob"), "GET", path).await;
        assert_eq!(reply_of.brief(), reply, "{number} {path}");
    }
}

app! {
    fn evaluated(state: Events, events: &Events, is_on: bool) -> Router with [
        note({
            events.add("makes a");
            "a"
        })
            if {
                events.add("asks");
                is_on
            }
        else note({
            events.add("makes b");
            "b"
        }),
    ] {
        GET "/" => say("index"),
    }
}

#[tokio::test]
async fn the_condition_is_evaluated_once_and_only_the_chosen_value() {
    for (is_on, name) in [(true, "a"), (false, "b")] {
        let site = Site::new(|events| evaluated(events.clone(), &events, is_on));
        assert_eq!(site.events.take(), ["asks", &format!("makes {name}")]);
        assert_eq!(site.trace("GET", "/").await, reached(name, "index"));
        assert_eq!(site.trace("GET", "/").await, reached(name, "index"));
        assert_eq!(site.trace("GET", "/nope").await, answered(name, NOT_FOUND));
    }
}

app! {
    fn chained(state: Events, events: &Events, number: u8) -> Router with [
        note({
            events.add("makes a");
            "a"
        })
            if {
                events.add("asks for a");
                number == 0
            }
        else note_layer(events, "b")
            if {
                events.add("asks for b");
                number == 1
            }
        else note({
            events.add("makes c");
            "c"
        }),
    ] {
        GET "/" => say("index"),
    }
}

#[tokio::test]
async fn in_a_chain_a_condition_is_evaluated_if_those_before_it_are_false() {
    let made: [(&[&str], &str); 3] = [
        (&["asks for a", "makes a"], "a"),
        (&["asks for a", "asks for b"], "b"),
        (&["asks for a", "asks for b", "makes c"], "c"),
    ];
    for (number, (made, name)) in (0..).zip(made) {
        let site = Site::new(|events| chained(events.clone(), &events, number));
        assert_eq!(site.events.take(), made);
        assert_eq!(site.trace("GET", "/").await, reached(name, "index"));
    }
}

#[middleware]
async fn silent(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn pass_on(req: Request, next: axum::middleware::Next) -> Response {
    next.run(req).await
}

#[derive(PartialEq)]
struct Mode {
    is_on: bool,
}

/// Returns a layer that does not record.
fn quiet_layer() -> SetRequestHeaderLayer<fn(&Request) -> Option<HeaderValue>> {
    SetRequestHeaderLayer::overriding(header::TE, |_| None)
}

app! {
    fn mixed(state: Events, events: &Events, mode: Mode, name: String) -> Router with [
        note("middleware") if mode == Mode { is_on: true } else note_layer(events, "layer"),
        note_layer(events, "second") if mode.is_on else silent,
        silent() if mode.is_on else note("third"),
    ] {
        GET "/" => say("index") with [note(&name) if mode.is_on else quiet_layer()],
        GET "/layers" => say("layers")
            with [note_layer(events, "a") if mode.is_on else quiet_layer(), note("b")],
        GET "/from-fn" => say("from-fn") with [from_fn(pass_on) if mode.is_on else note("g")],
        GET "/same" => say("same")
            with [note_layer(events, "c") if mode.is_on else note_layer(events, "d")],
        // Both values move the same variable.
        GET "/moved" => say("moved")
            with [Extension(name) if mode.is_on else AddExtensionLayer::new(name)],
        GET "/nested" => say("nested")
            with [silent if mode.is_on else if mode.is_on { note("e") } else { note("f") }],
    }
}

#[tokio::test]
async fn a_value_is_a_middleware_or_a_layer() {
    for (is_on, path, lists) in [
        (true, "/", "middleware second name"),
        (false, "/", "layer third"),
        (true, "/layers", "middleware second a b"),
        (false, "/layers", "layer third b"),
        (true, "/from-fn", "middleware second"),
        (false, "/from-fn", "layer third g"),
        (true, "/same", "middleware second c"),
        (false, "/same", "layer third d"),
        (true, "/moved", "middleware second"),
        (false, "/moved", "layer third"),
        (true, "/nested", "middleware second"),
        (false, "/nested", "layer third f"),
    ] {
        let name = "name".to_owned();
        let site = Site::new(|events| mixed(events.clone(), &events, Mode { is_on }, name));
        let target = if path == "/" { "index" } else { &path[1..] };
        assert_eq!(site.trace("GET", path).await, reached(lists, target));
    }
}

app! {
    fn failing(state: Events, is_on: bool) -> Router with [record_outcome] {
        GET "/" => async || HttpError::conflict("no") with [silent if is_on else quiet_layer()],
    }
}

#[tokio::test]
async fn an_error_passes_either_value() {
    for is_on in [true, false] {
        let site = Site::new(|events| failing(events, is_on));
        let trace = site.trace("GET", "/").await;
        assert_eq!(trace, ["Err 409: no", r#"409 {"detail":"no"}"#]);
    }
}

app! {
    fn placed(state: Events, events: &Events, is_on: bool) -> Router
    before routing [note("a") if is_on else note_layer(events, "b")]
    with [
        #[cfg(test)]
        note("c") if is_on else silent,
        #[cfg(not(test))]
        unknown if is_on else unknown,
    ] {
        stack named = [note("d") if is_on else note_layer(events, "e"), note("f")],
        GET "/" => say("index") with [..named],
        scope "/scope" with [..named] {
            GET "/" => say("scope"),
        }
    }
}

#[tokio::test]
async fn an_entry_of_any_list_has_an_else() {
    for (is_on, lists) in [(true, "a c d f"), (false, "b e f")] {
        let site = Site::new(|events| placed(events.clone(), &events, is_on));
        assert_eq!(site.trace("GET", "/").await, reached(lists, "index"));
        assert_eq!(site.trace("GET", "/scope").await, reached(lists, "scope"));
    }
}
