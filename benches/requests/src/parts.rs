//! A route in two nested parts, each with a list and a state of its own, and the same route written in place.

use axum::Router;
use concentric::{Part, app};

use crate::{
    cases::{Case, hello},
    contenders::{
        concentric::pass,
        work::{self, hello as handler},
    },
};

app! {
    fn in_place() -> Router {
        scope "/a" with [pass::<0>()] {
            scope with [pass::<0>()] {
                scope "/b" with [pass::<0>()] {
                    scope with [pass::<0>()] {
                        GET "/" => handler,
                    }
                }
            }
        }
    }
}

app! {
    fn included() -> Router {
        scope "/a" with [pass::<0>()] {
            include outer(1),
        }
    }
}

app! {
    fn outer(state: u32) -> Part with [pass::<0>()] {
        scope "/b" with [pass::<0>()] {
            include inner("state"),
        }
    }
}

app! {
    fn inner(state: &'static str) -> Part with [pass::<0>()] {
        GET "/" => handler,
    }
}

pub fn cases() -> Vec<Case> {
    let case = |contender, make: fn() -> Router| Case {
        group: "parts",
        contender,
        count: 4,
        expected: hello(),
        make: Box::new(move || work::at(make(), "/a/b")),
    };
    vec![case("app!", in_place), case("app!, in parts", included)]
}
