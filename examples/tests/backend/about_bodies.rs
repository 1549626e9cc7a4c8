//! Bodies that are not JSON, forms, and required queries.

use serde_json::json;

use crate::{
    about_invalid_requests::{list, places},
    client::{Client, read},
};

#[tokio::test]
async fn a_body_that_is_not_json_is_a_422_as_well() {
    let client = Client::new().await;
    let json = [("content-type", "application/json")];
    for (headers, body, expected) in [
        (&json[..], "", ("missing", "body")),
        (&json, "{\"email\":", ("json_invalid", "body.9")),
        (&json, "null", ("missing", "body")),
        (&json, "{\"email\" 1}", ("json_invalid", "body.9")),
        // The position is that of Python: characters from the start.
        (&json, "{\n \"é\": x}", ("json_invalid", "body.8")),
        (&json, "{\n", ("json_invalid", "body.2")),
        // FastAPI does not read it, since its `strict_content_type` is on by default.
        (&[], "{}", ("model_attributes_type", "body")),
        (
            &[("content-type", "text/plain")],
            "{}",
            ("model_attributes_type", "body"),
        ),
    ] {
        let response = client
            .response("POST", "/users/signup", headers, body.to_owned())
            .await;
        assert_eq!(
            places(read(response).await),
            list(&[expected]),
            "{headers:?} {body}"
        );
    }
    for kind in [
        "application/JSON; charset=utf-8",
        "application/merge-patch+json",
    ] {
        let headers = [("content-type", kind)];
        let response = client
            .response(
                "POST",
                "/users/signup",
                &headers,
                "{\"email\":1}".to_owned(),
            )
            .await;
        assert_eq!(
            places(read(response).await),
            list(&[("string_type", "body.email"), ("missing", "body.password")]),
            "{kind}"
        );
    }
    let large = format!("{{\"email\":\"{}\"}}", "x".repeat(64 * 1024));
    let response = client.response("POST", "/users/signup", &json, large).await;
    assert_eq!(response.status(), 413);
}

#[tokio::test]
async fn a_form_and_a_required_query_are_checked() {
    let client = Client::new().await;
    assert_eq!(
        places(client.log_in("").await),
        list(&[("missing", "body.username"), ("missing", "body.password")])
    );
    assert_eq!(
        places(client.log_in("username=ada").await),
        list(&[("missing", "body.password")])
    );
    assert_eq!(
        client.log_in("username=&password=x").await,
        (
            422,
            json!({ "detail": [{
                "type": "missing",
                "loc": ["body", "username"],
                "msg": "Field required",
                "input": null,
            }] })
        )
    );
    let admin = client.admin().await;
    for (query, expected) in [("", "missing"), ("?email_to=ada", "value_error")] {
        let response = client
            .send("POST", &format!("/utils/test-email/{query}"), &admin.token)
            .await;
        assert_eq!(
            places(response),
            list(&[(expected, "query.email_to")]),
            "{query}"
        );
    }
}
