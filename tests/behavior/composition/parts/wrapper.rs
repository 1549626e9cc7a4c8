//! A function of the user in the place of the one that `app!` generates.

use axum::Router;
use concentric::app;

use crate::support::send;

mod quiet {
    use concentric::{HttpError, Next, Part, Request, app, middleware};

    #[middleware]
    async fn refuse(_: Request, _: Next) -> HttpError {
        HttpError::unauthorized("no token")
    }

    app! {
        pub fn orders() -> Part {
            GET "/" => "quiet" with [refuse],
        }
    }
}

mod loud {
    use concentric::{Part, app};

    app! {
        pub fn orders() -> Part {
            GET "/" => "loud",
        }
    }
}

/// Has the module of one part, and a function of the same name.
mod same {
    pub(super) use super::quiet::*;

    pub(super) fn orders() -> concentric::Part {
        super::quiet::orders()
    }
}

mod another {
    pub(super) use super::quiet::*;

    pub(super) fn orders() -> concentric::Part {
        super::loud::orders()
    }
}

app! {
    fn of_same() -> Router {
        include same::orders(),
    }
}

app! {
    fn of_another() -> Router {
        include another::orders(),
    }
}

#[tokio::test]
async fn a_function_may_return_the_part_of_the_module_of_its_name() {
    let reply = send(&of_same(), "GET", "/").await;
    assert_eq!(reply.brief(), r#"401 {"detail":"no token"}"#);
}

#[test]
#[should_panic(expected = "expected the part of the module of that name, found another part")]
fn a_function_that_returns_another_part_than_that_of_the_module_panics() {
    let _ = of_another();
}
