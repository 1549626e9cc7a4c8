//! Entries with an `else`: order rules, `without`, and what the route table says.

use axum::{Extension, Router};
use concentric::{HttpError, Next, Order, Provided, Request, Response, app, middleware, provides};
use tower::Layer;

use crate::support::{Events, Site, note, note_layer, reached, say, send};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn limit(#[config] most: &usize, req: Request, next: Next) -> Result<Response, HttpError> {
    match *most {
        0 => Err(HttpError::too_many_requests("later")),
        _ => Ok(next.run(req).await),
    }
}

/// Accepts two limits of one type as the entry that it requires.
#[middleware(requires(limit), inside(session), outside(Inner))]
async fn ruled(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[derive(Clone)]
struct Inner;

impl<S> Layer<S> for Inner {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl Order for Inner {
    type Outside = ();
    type Inside = (session, ruled);
}

app! {
    fn in_order(is_big: bool) -> Router with [
        session if is_big else Extension(1_u8),
        limit(10) if is_big else limit(0),
        ruled,
        ruled if is_big else Inner,
    ] {
        GET "/" => async || "index",
    }
}

#[tokio::test]
async fn a_stack_that_satisfies_the_rules_of_both_values_compiles() {
    for (is_big, status) in [(true, 200), (false, 429)] {
        assert_eq!(send(&in_order(is_big), "GET", "/").await.status, status);
    }
}

#[derive(Clone)]
struct User(&'static str);

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User("alice")).run(req).await
}

#[middleware]
async fn pretend(req: Request, next: Next<User>) -> Response {
    next.provide(User("bob")).run(req).await
}

#[middleware]
async fn audit(_: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn who(user: Option<Provided<User>>) -> &'static str {
    user.map_or("nobody", |user| user.0.0)
}

async fn user(user: Provided<User>) -> &'static str {
    user.0.0
}

mod nested {
    pub(super) fn trace() -> super::note {
        super::note("trace")
    }
}

app! {
    fn excluding(state: Events, events: &Events, is_on: bool) -> Router with [
        nested::trace() if is_on else note_layer(events, "layer"),
        note("b"),
        pretend if is_on else provides::<User>(Extension(User("carol"))),
        audit if is_on else session,
    ] {
        GET "/" => user,
        GET "/first" => user without [trace],
        GET "/second" => user without [note_layer],
        GET "/neither" => user without [note],
        GET "/provider" => who without [pretend, session],
        GET "/layer" => who without [Extension, audit],
        scope "/scope" without [trace, note] with [note("c")] {
            GET "/" => user,
            GET "/other" => who without [pretend, audit] with [authenticate if is_on else pretend],
        }
    }
}

#[tokio::test]
async fn without_excludes_an_entry_by_the_name_of_either_value() {
    for (is_on, path, lists, body) in [
        (true, "/", "trace b", "bob"),
        (false, "/", "layer b", "carol"),
        (true, "/first", "b", "bob"),
        (false, "/first", "b", "carol"),
        (true, "/second", "b", "bob"),
        (false, "/second", "b", "carol"),
        (true, "/neither", "trace", "bob"),
        (false, "/neither", "layer", "carol"),
        (true, "/provider", "trace b", "nobody"),
        (false, "/provider", "layer b", "nobody"),
        (true, "/layer", "trace b", "nobody"),
        (false, "/layer", "layer b", "nobody"),
        (true, "/scope", "c", "bob"),
        (false, "/scope", "c", "carol"),
        (true, "/scope/other", "c", "alice"),
        (false, "/scope/other", "c", "bob"),
    ] {
        let site = Site::new(|events| excluding(events.clone(), &events, is_on));
        let trace = site.trace("GET", path).await;
        let mut expected = reached(lists, body);
        expected.retain(|event| event != body);
        assert_eq!(trace, expected, "{is_on} {path}");
    }
}

app! {
    fn three(state: Events, events: &Events, number: u8) -> Router with [
        note("a") if number == 0 else nested::trace() if number == 1 else note_layer(events, "c"),
        limit(10) if number == 0 else limit(5),
        note("d") if number == 0 else note("e"),
    ] {
        GET "/" => say("index"),
        GET "/first" => say("first") without [trace, limit],
        GET "/last" => say("last") without [note_layer],
    }
}

#[tokio::test]
async fn without_excludes_a_chain_by_any_of_its_names() {
    for (number, names) in [(0, "a d"), (1, "trace e"), (2, "c e")] {
        let site = Site::new(|events| three(events.clone(), &events, number));
        assert_eq!(site.trace("GET", "/").await, reached(names, "index"));
        let rest = &names[names.len() - 1..];
        assert_eq!(site.trace("GET", "/first").await, reached(rest, "first"));
        assert_eq!(site.trace("GET", "/last").await, reached(rest, "last"));
    }
}

#[test]
fn the_route_table_has_the_entry_as_written() {
    let explanation = excluding::ROUTES.explain("GET", "/").to_string();
    let lines: Vec<&str> = explanation.lines().skip(1).collect();
    assert_eq!(
        lines,
        [
            "  app  nested::trace() if is_on else note_layer(events, \"layer\")",
            "  app  note(\"b\")",
            "  app  pretend if is_on else provides::<User>(Extension(User(\"carol\"))), provides User",
            "  app  audit if is_on else session, requires User",
        ]
    );
    let chain = three::ROUTES.explain("GET", "/").middleware()[0];
    assert_eq!(chain.name(), "note");
    assert_eq!(chain.alternatives(), ["nested::trace", "note_layer"]);
    assert_eq!(chain.condition(), Some("number == 0"));
    let table = three::ROUTES.to_string();
    assert!(
        table.contains("note(…) if number == 0 else nested::trace(…) else note_layer(…)"),
        "{table}"
    );
}

#[test]
fn an_entry_counts_for_a_name_that_all_its_values_have() {
    assert_eq!(three::ROUTES.missing("limit"), ["GET /first"]);
    let entries = three::ROUTES.explain("GET", "/").middleware();
    assert!(entries[0].is_conditional() && !entries[1].is_conditional());
    for name in ["trace", "pretend", "Extension", "audit"] {
        assert_eq!(
            excluding::ROUTES.missing(name).len(),
            excluding::ROUTES.routes().len(),
            "{name}"
        );
    }
}
