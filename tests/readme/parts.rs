//! The part and its application that the README shows.

use axum::{
    Router,
    body::Body,
    extract::{Path, State},
};
use concentric::{HttpError, Next, Part, Provided, Request, Response, app, middleware};
use tower::ServiceExt;

#[derive(Clone, Debug)]
pub struct CurrentUser {
    name: &'static str,
}

#[derive(Clone, Debug)]
pub struct Orders;

#[derive(Clone, Debug)]
pub struct Shop {
    orders: Orders,
}

#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn authenticate(req: Request, next: Next<CurrentUser>) -> Result<Response, HttpError> {
    if !req.headers().contains_key("authorization") {
        return Err(HttpError::unauthorized("no token"));
    }
    Ok(next.provide(CurrentUser { name: "Ada" }).run(req).await)
}

async fn list_orders(user: Provided<CurrentUser>, _: State<Orders>) -> &'static str {
    user.name
}

async fn show_order(Path(id): Path<u32>) -> String {
    id.to_string()
}

// The README's part begins here.

app! {
    pub fn orders(state: Orders) -> Part<CurrentUser> {
        GET "/" => list_orders,
        GET "/{id}" as order => show_order,
    }
}

app! {
    pub fn shop(state: Shop) -> Router with [log_requests] {
        scope "/orders" with [authenticate] {
            include orders(state.orders.clone()),
        }
    }
}

// The README's part ends here.

#[tokio::test]
async fn the_part_answers_as_the_readme_says() {
    for (path, token, status) in [
        ("/orders", false, 401),
        ("/orders", true, 200),
        ("/orders/7", true, 200),
        ("/orders/7/8", true, 404),
    ] {
        let mut req = Request::get(path);
        if token {
            req = req.header("authorization", "Bearer valid_token");
        }
        let shop = shop(Shop { orders: Orders });
        let response = shop
            .oneshot(req.body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(response.status(), status, "{path}");
    }
    let rows = ["GET /orders", "GET /orders/{id}"];
    assert_eq!(shop::ROUTES.routes(), rows);
    assert_eq!(shop::ROUTES.missing("authenticate"), []);
    assert_eq!(shop::url::orders().order(7), "/orders/7");
}

#[test]
fn the_readme_shows_this_part() {
    let this = include_str!("parts.rs").split("// The README's part");
    let begun = this
        .skip(1)
        .find_map(|part| part.strip_prefix(" begins here.\n\n"));
    let shown = begun.map(|text| format!("```rust\n{}\n```", text.trim_end()));
    let shown = shown.as_deref();
    assert!(shown.is_some_and(|shown| include_str!("../../README.md").contains(shown)));
}
