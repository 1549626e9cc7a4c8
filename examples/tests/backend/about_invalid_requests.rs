//! Invalid requests, whose errors are a list.

use serde_json::{Value, json};

use crate::client::{Client, PASSWORD};

/// Returns the type and the place of each error.
pub(crate) fn places((status, body): (u16, Value)) -> Vec<(String, String)> {
    assert_eq!(status, 422, "{body}");
    let errors = body["detail"].as_array().unwrap().iter();
    let place = |error: &Value| {
        let loc = error["loc"].as_array().unwrap().iter();
        let loc: Vec<String> = loc.map(|step| step.to_string().replace('"', "")).collect();
        (error["type"].as_str().unwrap().to_owned(), loc.join("."))
    };
    errors.map(place).collect()
}

/// Returns such a list.
pub(crate) fn list(places: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = places
        .iter()
        .map(|(kind, loc)| ((*kind).to_owned(), (*loc).to_owned()));
    owned.collect()
}

#[tokio::test]
async fn each_missing_field_is_an_item_of_the_list() {
    let client = Client::new().await;
    let response = client
        .json("POST", "/users/signup", "", json!({ "full_name": "Ada" }))
        .await;
    let missing = |field| {
        json!({
            "type": "missing",
            "loc": ["body", field],
            "msg": "Field required",
            "input": { "full_name": "Ada" },
        })
    };
    assert_eq!(
        response,
        (
            422,
            json!({ "detail": [missing("email"), missing("password")] })
        )
    );
}

/// The list is in the order of the fields, whatever is wrong with them.
#[tokio::test]
async fn wrong_types_and_broken_rules_have_one_list() {
    let client = Client::new().await;
    let admin = client.admin().await;
    let body = json!({ "email": 1, "password": "x", "is_superuser": 7, "is_active": [] });
    assert_eq!(
        places(client.json("POST", "/users/", &admin.token, body).await),
        list(&[
            ("string_type", "body.email"),
            ("bool_type", "body.is_active"),
            ("bool_parsing", "body.is_superuser"),
            ("string_too_short", "body.password"),
        ])
    );
    let body = json!({ "email": "ada" });
    assert_eq!(
        places(client.json("POST", "/users/signup", "", body).await),
        list(&[("value_error", "body.email"), ("missing", "body.password")])
    );
}

#[tokio::test]
async fn the_fields_of_a_body_are_checked() {
    let client = Client::new().await;
    let long = "x".repeat(129);
    for (body, expected) in [
        (
            json!({ "email": 1, "password": null }),
            &[
                ("string_type", "body.email"),
                ("string_type", "body.password"),
            ][..],
        ),
        (
            json!({ "email": 1 }),
            &[("string_type", "body.email"), ("missing", "body.password")],
        ),
        (
            json!({ "email": "ada", "password": PASSWORD }),
            &[("value_error", "body.email")],
        ),
        (
            json!({ "email": "ada@x.de", "password": "1234567" }),
            &[("string_too_short", "body.password")],
        ),
        (
            json!({ "email": "ada@x.de", "password": long }),
            &[("string_too_long", "body.password")],
        ),
        (
            json!({ "email": "", "password": "" }),
            &[
                ("value_error", "body.email"),
                ("string_too_short", "body.password"),
            ],
        ),
        (
            json!({ "email": "ada@x.de", "password": PASSWORD, "full_name": 1 }),
            &[("string_type", "body.full_name")],
        ),
        (json!([]), &[("model_attributes_type", "body")]),
        (json!("text"), &[("model_attributes_type", "body")]),
    ] {
        let response = client.json("POST", "/users/signup", "", body.clone()).await;
        assert_eq!(places(response), list(expected), "{body}");
    }
}

#[tokio::test]
async fn the_path_the_query_and_the_body_have_one_list() {
    let client = Client::new().await;
    let admin = client.admin().await;
    let body = json!({ "email": 1, "is_active": "maybe", "password": "short" });
    assert_eq!(
        places(client.json("PATCH", "/users/1", &admin.token, body).await),
        list(&[
            ("uuid_parsing", "path.user_id"),
            ("string_type", "body.email"),
            ("bool_parsing", "body.is_active"),
            ("string_too_short", "body.password"),
        ])
    );
    let query = "/users/?skip=many&limit=-1";
    assert_eq!(
        client.send("GET", query, &admin.token).await,
        (
            422,
            json!({ "detail": [
                {
                    "type": "int_parsing",
                    "loc": ["query", "skip"],
                    "msg": "Input should be a valid integer, unable to parse string as an integer",
                    "input": "many",
                },
                {
                    "type": "greater_than_equal",
                    "loc": ["query", "limit"],
                    "msg": "Input should be greater than or equal to 0",
                    "input": "-1",
                },
            ] })
        )
    );
}

#[tokio::test]
async fn the_title_of_an_item_has_1_to_255_characters() {
    let client = Client::new().await;
    let ada = client.user("ada").await;
    // An `é` is one character and two bytes.
    for (title, expected) in [
        (
            String::new(),
            Some("String should have at least 1 character"),
        ),
        ("é".repeat(255), None),
        (
            "é".repeat(256),
            Some("String should have at most 255 characters"),
        ),
    ] {
        let (status, body) = client
            .json("POST", "/items/", &ada.token, json!({ "title": title }))
            .await;
        assert_eq!(status, if expected.is_some() { 422 } else { 200 });
        assert_eq!(body["detail"][0]["msg"].as_str(), expected);
    }
    for id in ["1", "not-an-id"] {
        let response = client
            .send("GET", &format!("/items/{id}"), &ada.token)
            .await;
        assert_eq!(places(response), list(&[("uuid_parsing", "path.id")]));
    }
}
