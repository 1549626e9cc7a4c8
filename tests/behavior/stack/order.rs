//! The order of a list: the first entry is the outermost.

use axum::{Router, extract::State};
use concentric::{Next, Request, app, middleware};

use crate::support::{Events, Site, note, note_layer, reached, say};

app! {
    fn levels(state: Events) -> Router with [note("a"), note("b")] {
        scope "/outer" with [note("c"), note("d")] {
            scope "/inner" with [note("e"), note("f")] {
                GET "/" => say("handler") with [note("g"), note("h")],
            }
        }
    }
}

#[tokio::test]
async fn entries_run_from_the_app_to_the_route_and_from_first_to_last() {
    let site = Site::new(levels);
    assert_eq!(
        site.trace("GET", "/outer/inner").await,
        reached("a b c d e f g h", "handler")
    );
}

app! {
    fn routes_first(state: Events) -> Router with [note("app")] {
        GET "/" => say("index"),
        GET "/own" => say("own") with [note("route")],
        scope "/scope" with [note("scope")] {
            GET "/" => say("scope"),
            scope "/inner" with [note("inner")] {
                GET "/" => say("inner"),
            }
        }
        fallback => say("fallback"),
        method_not_allowed => say("method"),
    }
}

app! {
    fn routes_last(state: Events) -> Router with [note("app")] {
        method_not_allowed => say("method"),
        fallback => say("fallback"),
        scope "/scope" with [note("scope")] {
            scope "/inner" with [note("inner")] {
                GET "/" => say("inner"),
            }
            GET "/" => say("scope"),
        }
        GET "/own" => say("own") with [note("route")],
        GET "/" => say("index"),
    }
}

#[tokio::test]
async fn the_position_of_an_item_in_its_block_does_not_matter() {
    for app in [routes_first, routes_last] {
        let site = Site::new(app);
        for (method, path, passed) in [
            ("GET", "/", reached("app", "index")),
            ("GET", "/own", reached("app route", "own")),
            ("GET", "/scope", reached("app scope", "scope")),
            ("GET", "/scope/inner", reached("app scope inner", "inner")),
            ("GET", "/scope/unknown", reached("app scope", "fallback")),
            ("POST", "/scope/inner", reached("app scope inner", "method")),
            ("GET", "/unknown", reached("app", "fallback")),
        ] {
            assert_eq!(site.trace(method, path).await, passed, "{method} {path}");
        }
    }
}

app! {
    fn mixed(state: Events, events: &Events) -> Router with [
        note("a"),
        note_layer(events, "layer b"),
        note("c"),
        note_layer(events, "layer d"),
        note_layer(events, "layer e"),
        note("f"),
    ] {
        GET "/" => say("handler") with [note_layer(events, "layer g"), note("h")],
    }
}

#[tokio::test]
async fn middleware_and_tower_layers_run_in_the_order_written() {
    let site = Site::new(|events| mixed(events.clone(), &events));
    assert_eq!(
        site.trace("GET", "/").await,
        [
            "in a",
            "in layer b",
            "in c",
            "in layer d",
            "in layer e",
            "in f",
            "in layer g",
            "in h",
            "handler",
            "out h",
            "out layer g",
            "out f",
            "out layer e",
            "out layer d",
            "out c",
            "out layer b",
            "out a",
            "200 handler",
        ]
    );
}

/// Answers without calling `next`.
#[middleware]
async fn stop(State(events): State<Events>, _req: Request, _next: Next) -> &'static str {
    events.add("stop");
    "stopped"
}

app! {
    fn stopping(state: Events) -> Router with [note("a"), stop, note("b")] {
        GET "/" => say("handler"),
    }
}

#[tokio::test]
async fn a_middleware_that_answers_stops_the_inner_ones_from_running() {
    let site = Site::new(stopping);
    let passed = ["in a", "stop", "out a", "200 stopped"];
    assert_eq!(site.trace("GET", "/").await, passed);
    assert_eq!(site.trace("GET", "/unknown").await, passed);
}

app! {
    fn repeated(state: Events) -> Router with [note("a"), note("a")] {
        GET "/" => say("handler") with [note("a")],
    }
}

#[tokio::test]
async fn a_middleware_listed_three_times_runs_three_times() {
    let site = Site::new(repeated);
    assert_eq!(site.trace("GET", "/").await, reached("a a a", "handler"));
}

app! {
    /// Has more entries than one nested type may have, so the stack is boxed in several places.
    fn deep(state: Events, events: &Events) -> Router with [
        note("1"),
        note("2"),
        note("3"),
        note("4"),
        note("5"),
        note("6"),
        note("7"),
        note("8"),
        note("9"),
        note("10"),
        note("11"),
        note("12"),
        note("13"),
        note("14"),
        note("15"),
        note("16"),
        note("17"),
        note_layer(events, "18"),
        note("19"),
        note("20"),
        note("21"),
        note("22"),
        note("23"),
        note("24"),
        note("25"),
        note("26"),
        note("27"),
        note("28"),
        note("29"),
        note("30"),
        note("31"),
        note("32"),
        note("33"),
        note("34"),
    ] {
        scope with [
            note("35"),
            note("36"),
            note("37"),
            note("38"),
            note("39"),
            note("40"),
            note("41"),
            note("42"),
            note("43"),
            note("44"),
            note("45"),
            note("46"),
            note("47"),
            note("48"),
            note("49"),
            note("50"),
            note("51"),
        ] {
            GET "/" => say("handler"),
        }
    }
}

#[tokio::test]
async fn a_stack_of_fifty_one_middleware_keeps_its_order() {
    let site = Site::new(|events| deep(events.clone(), &events));
    let mut expected: Vec<String> = (1..=51).map(|at| format!("in {at}")).collect();
    expected.push("handler".to_owned());
    expected.extend((1..=51).rev().map(|at| format!("out {at}")));
    expected.push("200 handler".to_owned());
    assert_eq!(site.trace("GET", "/").await, expected);
}

/// Adds a value to a header of the response.
#[middleware]
async fn sign(#[config] name: &'static str, req: Request, next: Next) -> concentric::Response {
    let mut response = next.run(req).await;
    let value = http::HeaderValue::from_static(name);
    response.headers_mut().append("x-signed", value);
    response
}

app! {
    fn signed() -> Router with [sign("outer"), sign("inner")] {
        GET "/" => async || "handler",
    }
}

#[tokio::test]
async fn a_response_passes_the_innermost_middleware_first() {
    let reply = crate::support::send(&signed(), "GET", "/").await;
    assert_eq!(reply.header("x-signed"), ["inner", "outer"]);
}
