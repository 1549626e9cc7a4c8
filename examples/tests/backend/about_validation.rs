//! Types that the backend does not have: enums, nested values and lists of them.

use axum::{Json, Router, body::Body, extract::Path};
use concentric::{Request, app};
use serde::Deserialize;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use crate::{
    about_invalid_requests::{list, places},
    client::read,
    rules::{Email, Title},
    validation::{Valid, validation_errors},
};

#[derive(Deserialize)]
struct ById {
    id: Uuid,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    customer: Uuid,
    kind: Kind,
    gift: Line,
    lines: Vec<Line>,
    email: Email,
    note: Option<String>,
    #[serde(default)]
    is_express: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Sale,
    Gift,
}

#[derive(Deserialize)]
struct Line {
    title: Title,
    count: u64,
}

app! {
    fn shop() -> Router with [validation_errors] {
        POST "/orders/{id}" => create,
    }
}

async fn create(Valid((Path(_), Json(_))): Valid<(Path<ById>, Json<Order>)>) {}

async fn post(id: &str, body: &Value) -> (u16, Value) {
    let request = Request::post(format!("/orders/{id}")).header("content-type", "application/json");
    let request = request.body(Body::from(body.to_string())).unwrap();
    let response = shop().oneshot(request).await.unwrap();
    if response.status() == 200 {
        return (200, Value::Null);
    }
    read(response).await
}

/// Returns a valid order.
fn order() -> Value {
    json!({
        "customer": Uuid::nil(),
        "kind": "gift",
        "gift": { "title": "tea", "count": 1 },
        "lines": [{ "title": "tea", "count": 1 }],
        "email": "ada@example.com",
        "is_express": true,
    })
}

#[tokio::test]
async fn a_valid_value_of_each_type_is_extracted() {
    let mut order = order();
    assert_eq!(post(&Uuid::nil().to_string(), &order).await.0, 200);
    // It has a default.
    order.as_object_mut().unwrap().remove("is_express");
    assert_eq!(post(&Uuid::nil().to_string(), &order).await.0, 200);
}

#[tokio::test]
async fn an_error_of_any_type_hides_no_other_field() {
    let body = json!({
        "customer": "ada",
        "kind": "loan",
        "gift": { "title": "", "count": 1 },
        "lines": [{ "title": "tea", "count": 1 }, { "title": "tea" }],
        "note": 1,
        "is_express": true,
    });
    assert_eq!(
        places(post("1", &body).await),
        list(&[
            ("uuid_parsing", "path.id"),
            ("uuid_parsing", "body.customer"),
            ("enum", "body.kind"),
            ("string_too_short", "body.gift.title"),
            ("missing", "body.lines.1.count"),
            ("missing", "body.email"),
            ("string_type", "body.note"),
        ])
    );
    let (_, errors) = post("1", &body).await;
    let errors = &errors["detail"];
    assert_eq!(errors[2]["msg"], "Input should be 'sale' or 'gift'");
    assert_eq!(errors[3]["input"], "");
    assert_eq!(errors[4]["input"], json!({ "title": "tea" }));
}

/// No invalid value reaches the handler, wherever its error is.
#[tokio::test]
async fn each_error_alone_rejects_the_request() {
    for (pointer, value, expected) in [
        ("/customer", json!(1), ("uuid_type", "body.customer")),
        ("/kind", json!(1), ("value_error", "body.kind")),
        ("/gift", json!(null), ("value_error", "body.gift")),
        (
            "/gift/title",
            json!(""),
            ("string_too_short", "body.gift.title"),
        ),
        (
            "/gift/count",
            json!(-1),
            ("greater_than_equal", "body.gift.count"),
        ),
        (
            "/lines/0/title",
            json!(""),
            ("string_too_short", "body.lines.0.title"),
        ),
        (
            "/email",
            json!("ada@localhost"),
            ("value_error", "body.email"),
        ),
    ] {
        let mut body = order();
        *body.pointer_mut(pointer).unwrap() = value;
        let response = post(&Uuid::nil().to_string(), &body).await;
        assert_eq!(places(response), list(&[expected]), "{pointer}");
    }
    let mut body = order();
    body["nots"] = json!("a typo");
    let response = post(&Uuid::nil().to_string(), &body).await;
    assert_eq!(places(response), list(&[("value_error", "body.nots")]));
}
