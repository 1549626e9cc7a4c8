//! A route of a part costs what it costs written in place.

use axum::Router;
use concentric::{Part, app};

use super::{allocations, bytes, look, pass, stateful};

app! {
    fn bare_part(state: &'static str) -> Part {
        GET "/{id}" => stateful,
    }
}

app! {
    fn listed_part(state: &'static str) -> Part with [look, look] {
        GET "/{id}" => stateful with [pass],
    }
}

app! {
    fn two_deep(state: &'static str) -> Part with [pass] {
        include listed_part(state) with [look],
    }
}

app! {
    fn three_deep(state: &'static str) -> Part {
        include two_deep(state) with [pass],
    }
}

app! {
    fn in_parts(state: &'static str) -> Router with [pass] {
        scope "/bare" {
            include bare_part(state) as bare,
        }
        scope "/listed" {
            include listed_part(state) as listed,
        }
        scope "/both" {
            include listed_part(state) as both with [pass, look],
        }
        scope "/only" {
            include bare_part(state) as only with [pass, look],
        }
        scope "/without" {
            include listed_part(state) as without without [pass],
        }
        scope "/deep" {
            include three_deep(state) as deep,
        }
    }
}

app! {
    fn in_place(state: &'static str) -> Router with [pass] {
        scope "/bare" {
            scope {
                GET "/{id}" => stateful,
            }
        }
        scope "/listed" {
            scope with [look, look] {
                GET "/{id}" => stateful with [pass],
            }
        }
        scope "/both" {
            scope with [pass, look] {
                scope with [look, look] {
                    GET "/{id}" => stateful with [pass],
                }
            }
        }
        scope "/only" {
            scope with [pass, look] {
                GET "/{id}" => stateful,
            }
        }
        scope "/without" without [pass] {
            scope with [look, look] {
                GET "/{id}" => stateful with [pass],
            }
        }
        scope "/deep" {
            scope with [pass] {
                scope with [pass] {
                    scope with [look] {
                        scope with [look, look] {
                            GET "/{id}" => stateful with [pass],
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_route_of_a_part_allocates_what_it_allocates_in_place() {
    for path in [
        "/bare/7",
        "/listed/7",
        "/both/7",
        "/only/7",
        "/without/7",
        "/deep/7",
    ] {
        let of = |app: Router| (allocations(app.clone(), path), bytes(app, path));
        assert_eq!(of(in_parts("state")), of(in_place("state")), "{path}");
    }
}
