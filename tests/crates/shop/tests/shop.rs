//! An application over three crates.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, collections::HashMap, sync::Arc};

use accounts::{Accounts, CurrentUser, authenticate, number};
use axum::{Router, body::Body, body::to_bytes, http::Request};
use concentric::{Part, app};
use concentric_tests_shop::{Shop, shop};
use orders::Orders;
use tower::ServiceExt;

fn state() -> Shop {
    let tokens = HashMap::from([("token-of-ada", "ada"), ("token-of-bob", "bob")]);
    let orders = BTreeMap::from([(7, ("ada", "a compass")), (8, ("bob", "a map"))]);
    Shop {
        accounts: Accounts(Arc::new(tokens)),
        orders: Orders(Arc::new(orders)),
    }
}

/// Sends a request with a token, and returns the status and the body.
async fn get(app: Router, path: &str, token: &str) -> String {
    let req = Request::get(path).header("authorization", token);
    let response = app.oneshot(req.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    format!("{status} {}", String::from_utf8_lossy(&body))
}

#[tokio::test]
async fn the_parts_of_both_crates_answer() {
    for (path, token, answer) in [
        ("/", "", "200 shop"),
        ("/me", "token-of-ada", "200 ada"),
        ("/me", "", r#"401 {"detail":"a token is required"}"#),
        ("/shops/x/orders", "token-of-ada", "200 7"),
        ("/shops/x/orders/7", "token-of-ada", "200 a compass"),
        ("/shops/x/orders/7/customer", "token-of-ada", "200 ada"),
        (
            "/shops/x/orders/7",
            "token-of-bob",
            r#"404 {"detail":"no such order"}"#,
        ),
        (
            "/shops/x/orders/7/nothing",
            "",
            r#"401 {"detail":"a token is required"}"#,
        ),
    ] {
        assert_eq!(get(shop(state()), path, token).await, answer, "{path}");
    }
}

#[tokio::test]
async fn a_part_of_another_crate_is_tested_alone() {
    let app = orders::orders(state().orders);
    let app = app.provide(CurrentUser("bob".to_owned())).into_router();
    assert_eq!(get(app, "/8/customer", "").await, "200 bob");
}

#[test]
fn the_table_has_the_routes_of_all_crates() {
    let rows: Vec<String> = shop::ROUTES
        .routes()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        rows,
        [
            "GET /",
            "GET /me",
            "GET /shops/{shop}/orders",
            "GET /shops/{shop}/orders/{order}",
            "GET /shops/{shop}/orders/{order}/customer",
        ]
    );
    assert_eq!(shop::ROUTES.missing("authenticate"), ["GET /"]);
    let row = shop::ROUTES.explain("GET", "/shops/x/orders/7").route();
    assert_eq!(row.file(), "tests/crates/orders/src/lib.rs");
}

#[test]
fn the_urls_go_through_all_crates() {
    assert_eq!(shop::url::index(), "/");
    assert_eq!(shop::url::profile().show_user(), "/me");
    let orders = shop::url::orders("a/b");
    assert_eq!(orders.list_orders(), "/shops/a%2Fb/orders");
    assert_eq!(orders.show_order(7), "/shops/a%2Fb/orders/7");
    assert_eq!(
        orders.customer(7).show_user(),
        "/shops/a%2Fb/orders/7/customer"
    );
}

app! {
    fn numbered() -> Part<CurrentUser> with [number] {
        include accounts::profile(),
    }
}

app! {
    fn numbered_too_late(state: Shop) -> Router with [authenticate] {
        include numbered(),
    }
}

#[test]
#[should_panic(expected = "must be outside `authenticate` (tests/crates/shop/tests/shop.rs:")]
fn an_order_rule_of_one_crate_holds_between_two_others() {
    let _ = numbered_too_late(state());
}
