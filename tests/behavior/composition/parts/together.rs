//! Included parts: an application in parts is the same as one that is written as a whole.

use axum::Router;
use concentric::{HttpError, MiddlewareInfo, Next, Part, Request, Response, app, middleware};

use crate::support::send;

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn reject(_req: Request, _next: Next) -> HttpError {
    HttpError::unauthorized("no")
}

app! {
    fn anything(on: bool) -> Part {
        ANY "/items" => async || "any" if on,
    }
}

app! {
    fn guarded(on: bool) -> Router with [reject] {
        include anything(on),
        GET "/items" => async || "get",
    }
}

/// The table has a row for other methods although there is a route for all of them.
#[tokio::test]
async fn another_method_runs_the_list_where_the_route_for_all_methods_is_left_out() {
    for on in [true, false] {
        let reply = send(&guarded(on), "POST", "/items").await;
        assert_eq!(reply.status, 401, "{on}");
    }
}

app! {
    fn two_scopes() -> Router {
        scope with [reject] {
            include anything(false),
        }
        scope with [pass] {
            GET "/items" => async || "get",
        }
    }
}

#[test]
fn another_method_runs_the_lists_around_all_routes_of_its_path() {
    let _ = two_scopes();
    let unmatched = two_scopes::ROUTES.unmatched();
    let row = unmatched.iter().find(|row| row.path() == "/items").unwrap();
    let names: Vec<_> = row.middleware().iter().map(MiddlewareInfo::name).collect();
    assert_eq!(names, [""; 0]);
}

app! {
    fn whole() -> Router {
        scope "/account" with [reject, pass] {
            GET "/" => account,
            GET "/orders" => orders,
            scope {
                GET "/bills" => bills,
            }
            fallback => nothing,
        }
    }
}

app! {
    fn of_an_account() -> Part with [pass] {
        GET "/" => account,
        GET "/orders" => orders,
        include of_bills(),
        fallback => nothing,
    }
}

app! {
    fn of_bills() -> Part {
        GET "/bills" => bills,
    }
}

app! {
    fn in_parts() -> Router {
        scope "/account" {
            include of_an_account() with [reject],
        }
    }
}

async fn account() {}
async fn orders() {}
async fn bills() {}
async fn nothing() {}

#[test]
fn the_printed_table_does_not_tell_parts_from_scopes() {
    let _ = (whole(), in_parts());
    let (whole, parts) = (whole::ROUTES.to_string(), in_parts::ROUTES.to_string());
    assert_eq!(whole, parts);
    assert!(whole.contains("405     3 paths under /account "), "{whole}");
}
