//! Order rules between the entries of a part and those around it, which are checked when the application is made.

use axum::Router;
use concentric::{DependsOn, Next, Order, Part, Request, Response, app, middleware};
use tower::Layer;

use crate::support::{panic_of, send};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(inside(session))]
async fn csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(outside(session))]
async fn trace(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(session))]
async fn flash(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// A layer with the rules of `trace` and `flash` about a layer with a type argument.
#[derive(Clone)]
struct Ruled;

#[derive(Clone)]
struct Limit<T>(T);

impl<S> Layer<S> for Ruled {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl<S, T> Layer<S> for Limit<T> {
    type Service = S;

    fn layer(&self, service: S) -> S {
        service
    }
}

impl Order for Ruled {
    type Outside = (trace, csrf);
    type Inside = (Limit<u8>,);
}

impl DependsOn<(Limit<u8>,)> for Ruled {}

/// Returns an entry with its place in this file: it is on the only line that ends in `// {mark}`.
fn place(entry: &str, mark: &str) -> String {
    let lines = include_str!("order_rules.rs").lines().zip(1..);
    let mark = format!("// {mark}");
    let line = lines
        .filter(|(line, _)| line.ends_with(&mark))
        .map(|(_, line)| line);
    let [line] = line.collect::<Vec<i32>>()[..] else {
        panic!("`{mark}` is not on one line")
    };
    format!("`{entry}` ({}:{line})", file!())
}

async fn index() {}

app! {
    fn with_csrf() -> Part with [csrf] {
        GET "/" => index,
    }
}

app! {
    fn with_session() -> Part with [session] { // session of a part
        GET "/" => index,
        GET "/without" => index without [session],
    }
}

app! {
    fn with_trace() -> Part {
        scope "/deep" with [trace] { // trace of a part
            GET "/" => index,
        }
    }
}

app! {
    fn with_flash() -> Part {
        scope "/deep" {
            GET "/" => index with [flash], // flash of a part
        }
    }
}

app! {
    fn with_layer() -> Part with [Ruled] { // layer of a part
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_part_alone_does_not_check_rules_about_what_is_around_it() {
    for part in [
        with_csrf(),
        with_session(),
        with_trace(),
        with_flash(),
        with_layer(),
    ] {
        let app = part.into_router();
        let statuses = [
            send(&app, "GET", "/").await.status,
            send(&app, "GET", "/deep").await.status,
        ];
        assert!(statuses.contains(&200));
    }
}

#[test]
fn an_entry_of_a_part_must_be_outside_of_one_around_it() {
    app! {
        fn whole() -> Router {
            scope "/x" with [session] { // session around trace
                include with_trace(),
            }
        }
    }
    let (trace, session) = (
        place("trace", "trace of a part"),
        place("session", "session around trace"),
    );
    let message = format!("{trace} must be outside {session}, which is around the part");
    assert_eq!(panic_of(whole), message);
}

#[test]
fn an_entry_around_a_part_must_be_inside_of_one_in_it() {
    app! {
        fn whole() -> Router with [csrf] { // csrf around session
            scope "/x" {
                include with_session(),
            }
        }
    }
    let (csrf, session) = (
        place("csrf", "csrf around session"),
        place("session", "session of a part"),
    );
    let message = format!("{csrf} must be inside {session}, which is in a part");
    assert_eq!(panic_of(whole), message);
}

#[test]
fn an_entry_of_a_part_requires_one_around_it_that_always_runs() {
    app! {
        fn missing() -> Router {
            scope "/x" {
                include with_flash(),
            }
        }
    }
    app! {
        fn conditional() -> Router with [session if true] {
            scope "/x" {
                include with_flash(),
            }
        }
    }
    app! {
        fn excluded() -> Router with [session] {
            scope "/x" without [session] {
                include with_flash(),
            }
        }
    }
    app! {
        fn excluded_on_the_include() -> Router with [session] {
            include with_flash() without [session],
        }
    }
    app! {
        fn elsewhere() -> Router {
            include with_session(),
            include with_flash(),
        }
    }
    let flash = place("flash", "flash of a part");
    let message = format!(
        "{flash} requires an outer `session`: list it without an `if` around the `include`"
    );
    for app in [
        missing,
        conditional,
        excluded,
        excluded_on_the_include,
        elsewhere,
    ] {
        assert_eq!(panic_of(app), message);
    }
    app! {
        fn enough() -> Router with [session if false, session] {
            scope "/x" {
                include with_flash(),
            }
        }
    }
    app! {
        fn in_a_part() -> Part with [session] {
            include with_flash(),
        }
    }
    app! {
        fn enough_in_a_part() -> Router {
            include in_a_part(),
        }
    }
    _ = enough();
    _ = enough_in_a_part();
}

#[test]
fn the_rules_of_a_layer_hold_across_the_border() {
    app! {
        fn inside_out() -> Router with [Limit(7_u8), csrf] { // csrf around a layer
            include with_layer(),
        }
    }
    app! {
        fn other_type() -> Router with [Limit(7_u16)] {
            include with_layer(),
        }
    }
    app! {
        fn enough() -> Router with [Limit(7_u8)] {
            include with_layer(),
        }
    }
    let layer = place("Ruled", "layer of a part");
    let csrf = place("csrf", "csrf around a layer");
    assert_eq!(
        panic_of(inside_out),
        format!("{layer} must be outside {csrf}, which is around the part")
    );
    assert_eq!(
        panic_of(other_type),
        format!(
            "{layer} requires an outer `Limit<u8>`: list it without an `if` around the `include`"
        )
    );
    _ = enough();
}

#[test]
fn rules_hold_between_a_part_and_a_part_in_it() {
    app! {
        fn middle() -> Part with [session] { // session of the middle
            include with_trace(),
        }
    }
    app! {
        fn whole() -> Router {
            include middle(),
        }
    }
    let (trace, session) = (
        place("trace", "trace of a part"),
        place("session", "session of the middle"),
    );
    let message = format!("{trace} must be outside {session}, which is around the part");
    assert_eq!(panic_of(whole), message);
}

/// An entry under a condition keeps the rules: it may run.
#[test]
fn conditional_entries_are_in_order_too() {
    app! {
        fn whole() -> Router with [session if false] { // session under a condition
            include with_trace(),
        }
    }
    let (trace, session) = (
        place("trace", "trace of a part"),
        place("session if false", "session under a condition"),
    );
    let message = format!("{trace} must be outside {session}, which is around the part");
    assert_eq!(panic_of(whole), message);
}

#[test]
fn an_excluded_entry_or_a_part_that_is_left_out_breaks_no_rule() {
    app! {
        fn whole() -> Router with [session] {
            scope "/x" without [session] {
                include with_trace(),
            }
            scope "/y" with [csrf] {
                include with_session() as y without [csrf],
            }
            scope "/z" {
                include with_trace() as z if false,
            }
        }
    }
    _ = whole();
}

#[middleware(requires(Limit<_>))]
async fn any_limit(req: Request, next: Next) -> Response {
    next.run(req).await
}

/// A part cannot require a type with a `_` of what is around it, but its own lists may have it.
#[test]
fn a_layer_of_any_type_is_required_within_a_part() {
    app! {
        fn limited() -> Part with [Limit(7_u8), any_limit] {
            GET "/" => index with [any_limit],
        }
    }
    app! {
        fn whole() -> Router with [Limit(7_u8), any_limit] {
            include limited(),
        }
    }
    _ = whole();
}
