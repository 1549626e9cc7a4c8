//! Nested scopes, each with a middleware that passes through.

use axum::{Router, middleware::from_fn, routing::get};
use concentric::app;

use crate::{
    cases::{Case, hello},
    contenders::{
        concentric::pass,
        from_fn,
        work::{self, hello as handler},
    },
    subject::Subject,
};

app! {
    fn one() -> Router {
        scope "/a" with [pass::<0>()] {
            GET "/" => handler,
        }
    }
}

app! {
    fn three() -> Router {
        scope "/a" with [pass::<0>()] {
            scope "/b" with [pass::<0>()] {
                scope "/c" with [pass::<0>()] {
                    GET "/" => handler,
                }
            }
        }
    }
}

app! {
    fn six() -> Router {
        scope "/a" with [pass::<0>()] {
            scope "/b" with [pass::<0>()] {
                scope "/c" with [pass::<0>()] {
                    scope "/d" with [pass::<0>()] {
                        scope "/e" with [pass::<0>()] {
                            scope "/f" with [pass::<0>()] {
                                GET "/" => handler,
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The numbers of nested scopes, and the path of the route in the innermost one.
const PATHS: [(usize, &str); 3] = [(1, "/a"), (3, "/a/b/c"), (6, "/a/b/c/d/e/f")];

fn scopes(depth: usize, path: &'static str) -> Box<dyn Subject> {
    let router = match depth {
        1 => one(),
        3 => three(),
        _ => six(),
    };
    work::at(router, path)
}

/// Nests axum routers, one for each segment of the path.
fn nests(path: &'static str) -> Box<dyn Subject> {
    let mut segments: Vec<_> = path.split('/').skip(1).collect();
    let mut router = Router::new();
    if let Some(innermost) = segments.pop() {
        let route = Router::new().route(&format!("/{innermost}"), get(handler));
        router = route.layer(from_fn(from_fn::pass::<0>));
    }
    while let Some(segment) = segments.pop() {
        let nested = Router::new().nest(&format!("/{segment}"), router);
        router = nested.layer(from_fn(from_fn::pass::<0>));
    }
    work::at(router, path)
}

pub fn cases() -> Vec<Case> {
    let case = |contender, count, make| Case {
        group: "scopes",
        contender,
        count,
        expected: hello(),
        make,
    };
    let ours = PATHS.map(|(depth, path)| {
        case(
            "app!",
            depth,
            Box::new(move || scopes(depth, path)) as Box<dyn Fn() -> _>,
        )
    });
    let theirs = PATHS.map(|(depth, path)| {
        case(
            "from_fn, nested routers",
            depth,
            Box::new(move || nests(path)),
        )
    });
    ours.into_iter().chain(theirs).collect()
}
