//! Lists on an `include`, on a part, and inside of it.

use axum::Router;
use concentric::{Next, Part, Request, Response, app, middleware};

use crate::support::{Events, NOT_FOUND, Site, answered, note, note_layer, reached, say};

/// Adds nothing but its name to the lists.
#[middleware]
async fn first(#[config] events: &Events, req: Request, next: Next) -> Response {
    events.add("in first");
    let response = next.run(req).await;
    events.add("out first");
    response
}

#[middleware]
async fn second(#[config] events: &Events, req: Request, next: Next) -> Response {
    events.add("in second");
    let response = next.run(req).await;
    events.add("out second");
    response
}

// The numbers of the entries of the part equal those of the application.
app! {
    fn part(state: Events) -> Part with [first(state.clone()), second(state.clone())] {
        GET "/all" => say("all"),
        GET "/no-first" => say("no first") without [first],
        GET "/no-second" => say("no second") without [second],
        scope "/none" without [first, second] with [note("none")] {
            GET "/" => say("none"),
        }
        scope without [second] {
            GET "/less" => say("less") without [first] with [note("less")],
        }
    }
}

app! {
    fn whole(state: Events) -> Router
    with [first(state.clone()), second(state.clone()), note("app")] {
        scope "/all" {
            include part(state.clone()) as all,
        }
        scope "/no-first" {
            include part(state.clone()) as no_first without [first] with [note("include")],
        }
        scope "/no-second" without [second] {
            include part(state.clone()) as no_second without [note],
        }
        scope "/none" {
            include part(state.clone()) as none without [first, second, note],
        }
    }
}

#[tokio::test]
async fn without_excludes_only_entries_of_the_app_that_it_is_written_in() {
    let site = Site::new(whole);
    let outer = [
        ("/all", "first second app"),
        ("/no-first", "second app include"),
        ("/no-second", "first"),
        ("/none", ""),
    ];
    let inner = [
        ("/all", "first second", "all"),
        ("/no-first", "second", "no first"),
        ("/no-second", "first", "no second"),
        ("/none", "none", "none"),
        ("/less", "less", "less"),
    ];
    for (prefix, outer) in outer {
        for (path, inner, name) in inner {
            let path = format!("{prefix}{path}");
            let lists = format!("{outer} {inner}");
            assert_eq!(
                site.trace("GET", &path).await,
                reached(&lists, name),
                "{path}"
            );
            let entries = whole::ROUTES.explain("GET", &path).middleware();
            assert_eq!(entries.len(), lists.split_whitespace().count(), "{path}");
        }
    }
}

#[tokio::test]
async fn the_unmatched_paths_of_an_inner_scope_run_what_is_left_of_both_lists() {
    let site = Site::new(whole);
    assert_eq!(
        site.trace("GET", "/no-first/none/nothing").await,
        answered("second app include none", NOT_FOUND)
    );
    assert_eq!(
        site.trace("GET", "/no-first/nothing").await,
        answered("first second app", NOT_FOUND)
    );
}

app! {
    fn stacked(state: Events) -> Part with [note("part")] {
        stack own = [note("own 1"), note("own 2")],
        GET "/own" => say("own") with [..own],
        scope with [note_layer(&state, "layer 1"), note_layer(&state, "layer 2"), note("inner")] {
            GET "/layers" => say("layers") with [note_layer(&state, "layer 3")],
        }
    }
}

app! {
    fn with_stacks(state: Events, strict: bool) -> Router with [note("app")] {
        stack own = [note("a"), note("b")],
        scope "/x" {
            include stacked(state.clone())
                with [..own, note_layer(&state, "layer"), note("strict") if strict],
        }
    }
}

#[tokio::test]
async fn named_stacks_layers_and_conditional_entries_are_allowed_on_both_sides_of_the_border() {
    for (strict, more) in [(true, " strict"), (false, "")] {
        let site = Site::new(|state| with_stacks(state, strict));
        let outer = ["app", "a", "b", "layer", more.trim()];
        for (path, inner, name) in [
            ("/x/own", &["part", "own 1", "own 2"][..], "own"),
            (
                "/x/layers",
                &["part", "layer 1", "layer 2", "inner", "layer 3"],
                "layers",
            ),
        ] {
            let names = outer.iter().chain(inner).filter(|name| !name.is_empty());
            let names: Vec<&str> = names.copied().collect();
            let mut events: Vec<String> = names.iter().map(|name| format!("in {name}")).collect();
            events.push(name.to_owned());
            events.extend(names.iter().rev().map(|name| format!("out {name}")));
            events.push(format!("200 {name}"));
            assert_eq!(site.trace("GET", path).await, events, "{path}");
        }
    }
}

mod conditional {
    use super::*;

    app! {
        pub(super) fn included(state: Events) -> Part {
            #[cfg(any())]
            GET "/never" => say("never"),
            #[cfg(not(any()))]
            GET "/always" as always => say("always"),
        }
    }

    app! {
        #[cfg(any())]
        pub(super) fn never(state: Events) -> Part {
            GET "/" => say("never"),
        }
    }
}

app! {
    fn with_cfgs(state: Events) -> Router {
        #[cfg(not(any()))]
        include conditional::included(state.clone()) as part,
        #[cfg(any())]
        include conditional::never(state.clone()) as part,
        scope "/x" {
            #[cfg(any())]
            include conditional::never(state.clone()),
        }
    }
}

#[tokio::test]
async fn an_include_under_a_false_cfg_does_not_exist() {
    let site = Site::new(with_cfgs);
    assert_eq!(site.trace("GET", "/always").await, reached("", "always"));
    assert_eq!(site.trace("GET", "/x").await, [NOT_FOUND]);
    assert_eq!(with_cfgs::url::part().always(), "/always");
}
