//! `fallback` and `method_not_allowed` of a part, and of what is around it.

use axum::Router;
use concentric::{Part, app};

use super::twins::echo;
use crate::support::{Events, METHOD_NOT_ALLOWED, NOT_FOUND, Site, answered, note};

/// Returns the trace of a request that the handler of this name answers.
fn echoed(lists: &str, name: &str, answer: &str) -> Vec<String> {
    let mut events = answered(lists, &format!("200 {answer}"));
    events.insert(lists.split_whitespace().count(), name.to_owned());
    events
}

app! {
    fn with_fallbacks(state: Events) -> Part with [note("part")] {
        GET "/x" => echo("x"),
        fallback => echo("404"),
        method_not_allowed => echo("405"),
        scope "/inner/{id}" with [note("inner")] {
            GET "/y" => echo("y"),
        }
        scope "/own" with [note("own")] {
            GET "/z" => echo("z"),
            fallback => echo("own 404"),
            method_not_allowed => echo("own 405"),
        }
    }
}

app! {
    fn around(state: Events) -> Router with [note("app")] {
        GET "/" => echo("index"),
        fallback => echo("app 404"),
        method_not_allowed => echo("app 405"),
        scope "/scope/{tenant}" with [note("scope")] {
            GET "/outside" => echo("outside"),
            include with_fallbacks(state.clone()) with [note("include")],
        }
    }
}

#[tokio::test]
async fn the_fallback_of_a_part_answers_the_unmatched_paths_of_the_scope_around_it() {
    let site = Site::new(around);
    let part = "app scope include part";
    for path in [
        "/scope/t",
        "/scope/t/nothing",
        "/scope/t/outside/x",
        "//scope/t/x%2fy",
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            echoed(part, "404", "404 tenant=t"),
            "{path}"
        );
    }
    for path in ["/scope", "/nothing", "/"] {
        let trace = site.trace("POST", path).await;
        let (name, answer) = match path {
            "/" => ("app 405", "app 405"),
            _ => ("app 404", "app 404"),
        };
        assert_eq!(trace, echoed("app", name, answer), "{path}");
    }
    // Inner scopes of the part have the fallback of the part, in their own lists.
    assert_eq!(
        site.trace("GET", "/scope/t/inner/7/nothing").await,
        echoed("app scope include part inner", "404", "404 tenant=t id=7")
    );
    assert_eq!(
        site.trace("GET", "/scope/t/own/nothing").await,
        echoed("app scope include part own", "own 404", "own 404 tenant=t")
    );
}

#[tokio::test]
async fn the_method_not_allowed_of_a_part_answers_for_its_routes() {
    let site = Site::new(around);
    for (path, lists, name) in [
        ("/scope/t/x", "app scope include part", "405"),
        ("/scope/t/inner/7/y", "app scope include part inner", "405"),
        ("/scope/t/own/z", "app scope include part own", "own 405"),
        ("/scope/t/outside", "app scope", "app 405"),
    ] {
        let trace = site.trace("POST", path).await;
        assert_eq!(
            trace[..trace.len() - 1],
            echoed(lists, name, "")[..trace.len() - 1],
            "{path}"
        );
        let reply = site.send("POST", path).await;
        assert_eq!(reply.header("allow"), ["GET,HEAD"], "{path}");
        site.events.take();
    }
}

app! {
    fn without_fallbacks(state: Events) -> Part with [note("part")] {
        GET "/x" => echo("x"),
        scope "/inner" with [note("inner")] {
            GET "/y" => echo("y"),
        }
    }
}

app! {
    fn outer_fallbacks(state: Events) -> Router with [note("app")] {
        fallback => echo("404"),
        method_not_allowed => echo("405"),
        scope "/scope" with [note("scope")] {
            include without_fallbacks(state.clone()),
        }
    }
}

#[tokio::test]
async fn the_handlers_around_a_part_answer_if_the_part_has_none() {
    let site = Site::new(outer_fallbacks);
    for (method, path, lists, name) in [
        ("GET", "/scope/nothing", "app scope", "404"),
        ("GET", "/scope/inner/nothing", "app scope part inner", "404"),
        ("POST", "/scope/x", "app scope part", "405"),
        ("POST", "/scope/inner/y", "app scope part inner", "405"),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            echoed(lists, name, name),
            "{path}"
        );
    }
}

app! {
    fn no_handlers(state: Events) -> Router with [note("app")] {
        scope "/scope" with [note("scope")] {
            include without_fallbacks(state.clone()) with [note("include")],
        }
    }
}

#[tokio::test]
async fn a_part_without_any_fallback_answers_with_errors_of_the_status() {
    let site = Site::new(no_handlers);
    for (method, path, lists, answer) in [
        ("GET", "/scope/nothing", "app scope", NOT_FOUND),
        (
            "GET",
            "/scope/inner/nothing",
            "app scope include part inner",
            NOT_FOUND,
        ),
        (
            "POST",
            "/scope/x",
            "app scope include part",
            METHOD_NOT_ALLOWED,
        ),
    ] {
        assert_eq!(
            site.trace(method, path).await,
            answered(lists, answer),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_fallback_of_a_part_in_the_block_of_an_application_answers_all_unmatched_paths() {
    app! {
        fn whole(state: Events) -> Router with [note("app")] {
            GET "/" => echo("index"),
            include with_fallbacks(state) with [note("include")],
        }
    }
    let site = Site::new(whole);
    assert_eq!(
        site.trace("GET", "/nothing").await,
        echoed("app include part", "404", "404")
    );
    assert_eq!(
        whole::ROUTES.explain("GET", "/nothing").route().handler(),
        Some("echo(\"404\")")
    );
    assert_eq!(
        site.trace("POST", "/").await,
        answered("app", METHOD_NOT_ALLOWED)
    );
}

#[tokio::test]
async fn the_fallback_of_a_part_in_a_part_answers_for_the_scope_around_both() {
    app! {
        fn middle(state: Events) -> Part with [note("middle")] {
            GET "/m" => echo("m"),
            include with_fallbacks(state),
        }
    }
    app! {
        fn whole(state: Events) -> Router with [note("app")] {
            scope "/scope" with [note("scope")] {
                include middle(state),
            }
        }
    }
    let site = Site::new(whole);
    assert_eq!(
        site.trace("GET", "/scope/nothing").await,
        echoed("app scope middle part", "404", "404")
    );
    assert_eq!(
        site.trace("GET", "/nothing").await,
        answered("app", NOT_FOUND)
    );
    assert_eq!(
        site.trace("POST", "/scope/m").await,
        answered("app scope middle", METHOD_NOT_ALLOWED)
    );
}
