//! Conditions on an `include`, and inside of a part.

use axum::Router;
use concentric::{Part, app};

use super::twins::echo;
use crate::support::{Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note, reached, say};

app! {
    fn beta(state: Events, deletes: bool) -> Part with [note("beta")] {
        GET "/" => say("beta"),
        DELETE "/" => say("delete") if deletes,
        scope "/deep" if deletes with [note("deep")] {
            GET "/" => say("deep"),
        }
        include inner(state.clone()) if deletes,
    }
}

app! {
    fn inner(state: Events) -> Part {
        GET "/inner" => say("inner"),
        fallback => say("404 of inner"),
    }
}

app! {
    fn whole(state: Events, has_beta: bool, deletes: bool) -> Router with [note("app")] {
        GET "/{*rest}" => say("rest"),
        scope "/beta" with [note("scope")] {
            PUT "/" => say("put"),
            include beta(state.clone(), deletes) if has_beta with [note("include")],
        }
    }
}

#[tokio::test]
async fn a_part_whose_condition_is_false_does_not_exist() {
    let site = Site::new(|state| whole(state, false, true));
    for path in ["/beta", "/beta/deep", "/beta/inner", "/beta/nothing"] {
        let trace = site.trace("GET", path).await;
        let expected = match path {
            "/beta" => answered("app scope", METHOD_NOT_ALLOWED),
            _ => answered("app scope", NOT_FOUND),
        };
        assert_eq!(trace, expected, "{path}");
    }
    assert_eq!(site.send("GET", "/beta").await.header("allow"), ["PUT"]);
}

#[tokio::test]
async fn conditions_inside_of_a_part_are_its_own() {
    let site = Site::new(|state| whole(state, true, false));
    assert_eq!(
        site.trace("GET", "/beta").await,
        reached("app scope include beta", "beta")
    );
    for path in ["/beta/deep", "/beta/inner"] {
        assert_eq!(
            site.trace("GET", path).await,
            answered("app scope", NOT_FOUND),
            "{path}"
        );
    }
    let reply = site.send("DELETE", "/beta").await;
    assert_eq!(reply.header("allow"), ["PUT,GET,HEAD"]);
    site.events.take();

    let site = Site::new(|state| whole(state, true, true));
    for (method, path, lists, name) in [
        ("DELETE", "/beta", "app scope include beta", "delete"),
        ("GET", "/beta/deep", "app scope include beta deep", "deep"),
        ("GET", "/beta/inner", "app scope include beta", "inner"),
        (
            "GET",
            "/beta/nothing",
            "app scope include beta",
            "404 of inner",
        ),
        ("GET", "/elsewhere", "app", "rest"),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            reached(lists, name),
            "{method} {path}"
        );
    }
    // The lists of `inner` do not run here, so neither does its fallback.
    let unmatched = answered("app scope include beta deep", NOT_FOUND);
    assert_eq!(site.trace("GET", "/beta/deep/x").await, unmatched);
}

#[test]
fn a_row_of_a_part_has_all_conditions_outermost_first() {
    let row = |text: &str| {
        let mut rows = whole::ROUTES.iter();
        rows.find(|row| row.to_string() == text).unwrap()
    };
    assert_eq!(row("GET /beta").conditions(), ["has_beta"]);
    assert_eq!(row("DELETE /beta").conditions(), ["has_beta", "deletes"]);
    assert_eq!(row("GET /beta/deep").conditions(), ["has_beta", "deletes"]);
    assert_eq!(row("GET /beta/inner").conditions(), ["has_beta", "deletes"]);
    assert!(row("PUT /beta").conditions().is_empty());
}

app! {
    fn old(state: Events) -> Part with [note("old")] {
        GET "/x" => say("old"),
        scope "/s" with [note("old s")] {}
    }
}

app! {
    fn new(state: Events) -> Part with [note("new")] {
        GET "/x" => say("new"),
        POST "/x" => say("new post"),
        scope "/s" with [note("news")] {}
    }
}

app! {
    fn alternatives(state: Events, is_new: bool) -> Router with [note("app")] {
        include old(state.clone()) if !is_new,
        include new(state.clone()) if is_new,
    }
}

#[tokio::test]
async fn two_parts_with_the_same_paths_are_alternatives() {
    let site = Site::new(|state| alternatives(state, true));
    assert_eq!(site.trace("GET", "/x").await, reached("app new", "new"));
    assert_eq!(
        site.trace("GET", "/s/x").await,
        answered("app new news", NOT_FOUND)
    );
    let site = Site::new(|state| alternatives(state, false));
    assert_eq!(site.trace("GET", "/x").await, reached("app old", "old"));
    assert_eq!(
        site.trace("POST", "/x").await,
        answered("app old", METHOD_NOT_ALLOWED)
    );
}

/// The same text is another condition in another part.
#[tokio::test]
async fn one_part_is_included_twice_with_different_conditions_inside() {
    app! {
        fn versioned(state: Events, name: &'static str, is_on: bool) -> Part {
            GET "/x" => echo(name) if is_on,
            scope "/s" if is_on with [note(name)] {}
        }
    }
    app! {
        fn both(state: Events, is_on: bool) -> Router {
            include versioned(state.clone(), "first", is_on) as first,
            include versioned(state.clone(), "second", !is_on) as second,
        }
    }
    for (is_on, name) in [(true, "first"), (false, "second")] {
        let site = Site::new(|state| both(state, is_on));
        assert_eq!(site.trace("GET", "/x").await, reached("", name));
        assert_eq!(site.trace("GET", "/s/y").await, answered(name, NOT_FOUND));
    }
}

/// Two fallbacks of which one exists.
#[tokio::test]
async fn two_alternative_parts_may_both_have_a_fallback() {
    app! {
        fn answering(state: Events, name: &'static str) -> Part with [note(name)] {
            fallback => echo(name),
        }
    }
    app! {
        fn both(state: Events, is_new: bool) -> Router {
            scope "/s" {
                include answering(state.clone(), "new") as new if is_new,
                include answering(state.clone(), "old") as old if !is_new,
            }
        }
    }
    for (is_new, name) in [(true, "new"), (false, "old")] {
        let site = Site::new(|state| both(state, is_new));
        assert_eq!(site.trace("GET", "/s/y").await, reached(name, name));
    }
}
