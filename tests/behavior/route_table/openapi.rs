//! `openapi_differences`: the routes compared with an OpenAPI document.

use axum::{Router, routing::get};
use concentric::app;
use serde_json::{Value, json};

app! {
    fn shop() -> Router {
        GET "/" => async || (),
        scope "/orders" {
            GET | POST "/" => async || (),
            GET "/{id}" => async || (),
            HEAD "/{id}/head" => async || (),
            CONNECT "/{id}/tunnel" => async || (),
            ANY "/any" => async || (),
        }
        GET "/files/{*rest}" => async || (),
        GET "/{{x}}" => async || (),
    }
}

fn path_parameters(names: &[&str]) -> Value {
    let parameter = |name| json!({ "name": name, "in": "path", "required": true });
    names.iter().map(parameter).collect()
}

/// A document of `shop`, with all methods that a route answers.
fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "paths": {
            "/": { "get": {}, "head": {}, "parameters": [], "summary": "The front page." },
            "/orders": { "get": {}, "post": {}, "servers": [], "x-post": {} },
            "/orders/{id}": { "get": {}, "parameters": path_parameters(&["id"]) },
            "/orders/{id}/head": { "head": { "parameters": path_parameters(&["id"]) } },
            "/orders/any": { "patch": {}, "query": {} },
            "/files/{rest}": { "get": { "parameters": path_parameters(&["rest"]) } },
            "/%7Bx%7D": { "get": {} },
        },
    })
}

/// Returns the document with one path item more, or with another one.
fn with(path: &str, item: Value) -> Value {
    let mut document = document();
    document["paths"][path] = item;
    document
}

/// Returns the document with a path item at another path.
fn moved(from: &str, to: &str) -> Value {
    let mut document = document();
    let item = document["paths"].as_object_mut().unwrap().remove(from);
    document["paths"][to] = item.unwrap();
    document
}

#[test]
fn a_document_with_all_routes_has_no_differences() {
    assert_eq!(shop::ROUTES.openapi_differences(&document()), []);
}

#[test]
fn each_method_of_a_route_is_documented() {
    let document = with("/orders", json!({ "get": {} }));
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["POST /orders is not in the document"]
    );
}

#[test]
fn a_route_for_any_method_needs_one_operation() {
    let document = with("/orders/any", json!({ "summary": "No operation." }));
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["ANY /orders/any is not in the document"]
    );
}

#[test]
fn head_needs_no_operation_unless_no_route_for_get_has_its_path() {
    let document = with("/orders/{id}/head", json!({}));
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["HEAD /orders/{id}/head is not in the document"]
    );
    app! {
        fn both() -> Router {
            GET "/" => async || (),
            HEAD "/" => async || (),
        }
    }
    let document = json!({ "paths": { "/": { "get": {} } } });
    assert_eq!(both::ROUTES.openapi_differences(&document), []);
}

#[test]
fn an_operation_without_a_route_is_a_difference() {
    let parameters = path_parameters(&["id"]);
    let item = json!({ "get": {}, "delete": {}, "parameters": parameters });
    let document = with("/orders/{id}", item);
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["DELETE /orders/{id} is in the document, but is not a route"]
    );
    let document = with("/order", json!({ "post": {} }));
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["POST /order is in the document, but is not a route"]
    );
    // A route with a parameter answers this path, but has another one.
    let document = with("/orders/latest", json!({ "get": {} }));
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["GET /orders/latest is in the document, but is not a route"]
    );
}

#[test]
fn another_name_of_a_parameter_or_a_slash_at_the_end_is_one_difference() {
    assert_eq!(
        shop::ROUTES.openapi_differences(&moved("/orders/{id}", "/orders/{order_id}")),
        ["GET /orders/{id} is in the document as /orders/{order_id}"]
    );
    assert_eq!(
        shop::ROUTES.openapi_differences(&moved("/orders", "/orders/")),
        [
            "GET /orders is in the document as /orders/",
            "POST /orders is in the document as /orders/",
        ]
    );
    assert_eq!(
        shop::ROUTES.openapi_differences(&moved("/orders/any", "/orders/any/")),
        ["ANY /orders/any is in the document as /orders/any/"]
    );
    let mut document = moved("/orders/{id}", "/orders/{order}");
    document["paths"]["/orders/{id}/"] = json!({ "get": {} });
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["GET /orders/{id} is in the document as /orders/{id}/ and /orders/{order}"]
    );
}

#[test]
fn an_operation_with_an_odd_path_is_a_difference() {
    for path in [
        "order", "{", "/}", "/{", "/{}", "/{{", "/%", "/%ff", "//", "/é", "?", "/#",
    ] {
        assert_eq!(
            shop::ROUTES.openapi_differences(&with(path, json!({ "get": {} }))),
            [&*format!(
                "GET {path} is in the document, but is not a route"
            )]
        );
    }
}

#[test]
fn a_catch_all_and_escaped_braces_may_be_written_as_in_axum() {
    for (from, to) in [
        ("/files/{rest}", "/files/{*rest}"),
        ("/%7Bx%7D", "/{{x}}"),
        ("/%7Bx%7D", "/%7bx%7d"),
    ] {
        assert_eq!(shop::ROUTES.openapi_differences(&moved(from, to)), []);
    }
    // This is a parameter.
    assert_eq!(
        shop::ROUTES.openapi_differences(&moved("/%7Bx%7D", "/{x}")),
        [
            "GET /{{x}} is not in the document",
            "GET /{x} is in the document, but is not a route",
        ]
    );
}

#[test]
fn paths_may_be_relative_to_the_path_of_a_server() {
    app! {
        fn api() -> Router {
            GET "/health" => async || (),
            scope "/api" {
                GET "/orders/{id}" => async || (),
                GET "/health" => async || (),
            }
        }
    }
    let document = |servers: Value| {
        json!({
            "servers": servers,
            "paths": {
                "/health": { "get": {} },
                "/orders/{id}": { "get": {}, "parameters": path_parameters(&["id"]) },
            },
        })
    };
    for url in [
        "/api",
        "/api/",
        "https://example.com/api",
        "//example.com/api",
    ] {
        let document = document(json!([{ "url": "https://example.com" }, { "url": url }]));
        // One operation documents one route, and the path as it is written is first.
        assert_eq!(
            api::ROUTES.openapi_differences(&document),
            ["GET /api/health is not in the document"]
        );
    }
    assert_eq!(
        api::ROUTES.openapi_differences(&document(json!([]))),
        [
            "GET /api/orders/{id} is not in the document",
            "GET /api/health is not in the document",
            "GET /orders/{id} is in the document, but is not a route",
        ]
    );
}

#[test]
fn path_parameters_are_those_of_the_path() {
    let without = "GET /orders/{id} is in the document without the path parameter id";
    let with_page =
        "GET /orders/{id} is in the document with a path parameter page, which its path lacks";
    let query = json!([{ "name": "id", "in": "query" }]);
    for (parameters, differences) in [
        (json!([]), &[without][..]),
        (query, &[without]),
        (path_parameters(&["page"]), &[without, with_page]),
        (path_parameters(&["id", "page"]), &[with_page]),
    ] {
        let document = with(
            "/orders/{id}",
            json!({ "get": { "parameters": parameters } }),
        );
        let found = shop::ROUTES.openapi_differences(&document).to_string();
        assert_eq!(found.lines().collect::<Vec<_>>(), differences);
    }
}

#[test]
fn a_path_parameter_may_be_a_reference() {
    let item = json!({ "get": { "parameters": [{ "$ref": "#/components/parameters/Id" }] } });
    let mut document = with("/orders/{id}", item);
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["GET /orders/{id} is in the document without the path parameter id"]
    );
    document["components"] = json!({ "parameters": { "Id": { "name": "id", "in": "path" } } });
    assert_eq!(shop::ROUTES.openapi_differences(&document), []);
}

#[test]
fn operations_under_a_mount_or_a_merge_are_not_differences() {
    app! {
        fn site() -> Router {
            GET "/" => async || (),
            mount "/{shop}/static" => get(async || ()),
            scope "/merged" {
                merge Router::new().route("/health", get(async || ())),
            }
        }
    }
    let document = json!({
        "paths": {
            "/": { "get": {} },
            "/{shop}/static": { "get": {} },
            "/{shop}/static/{file}": { "get": {} },
            "/merged/health": { "get": {} },
            "/{shop}": { "get": {} },
            "/merge": { "get": {} },
        }
    });
    assert_eq!(
        site::ROUTES.openapi_differences(&document),
        [
            "GET /merge is in the document, but is not a route",
            "GET /{shop} is in the document, but is not a route",
        ]
    );
}

#[test]
fn a_mount_at_the_root_does_not_hide_operations_under_the_prefix_of_a_scope() {
    app! {
        fn site() -> Router {
            mount "/" => get(async || ()),
            scope "/api" {
                GET "/orders" => async || (),
            }
        }
    }
    let operation = json!({ "get": {} });
    let paths = json!({ "/about": operation, "/api/orders": operation, "/api/order": operation });
    assert_eq!(
        site::ROUTES.openapi_differences(&json!({ "paths": paths })),
        ["GET /api/order is in the document, but is not a route"]
    );
}

#[test]
fn a_selection_compares_its_own_routes_and_all_operations() {
    let mut document = with("/order", json!({ "get": {} }));
    document["paths"]
        .as_object_mut()
        .unwrap()
        .remove("/files/{rest}");
    assert_eq!(
        shop::ROUTES.under("/orders").openapi_differences(&document),
        ["GET /order is in the document, but is not a route"]
    );
}

#[test]
fn a_value_that_is_not_an_openapi_document_is_a_difference() {
    let no_paths = ["the document is not OpenAPI: it has no object `paths`"];
    for document in [json!({}), json!([]), json!("{}"), json!({ "paths": [] })] {
        assert_eq!(shop::ROUTES.openapi_differences(&document), no_paths);
    }
    // The keys of an object in JSON are strings.
    let document = std::collections::BTreeMap::from([((1, 2), 3)]);
    assert_eq!(
        shop::ROUTES.openapi_differences(&document),
        ["the document cannot become JSON: key must be a string"]
    );
}

#[test]
fn a_failed_assertion_prints_each_difference_with_the_line_of_its_route() {
    let document = moved("/orders/{id}", "/order");
    let differences = shop::ROUTES.openapi_differences(&document);
    let mut lines = include_str!("openapi.rs").lines().zip(1..);
    let line = |(text, line): (&str, u32)| text.contains(r#"GET "/{id}""#).then_some(line);
    let line = lines.find_map(line).unwrap();
    let file = file!();
    assert_eq!(
        format!("{differences:?}"),
        format!(
            r#"[
    "GET /orders/{{id}} is not in the document", // {file}:{line}
    "GET /order is in the document, but is not a route",
]"#
        )
    );
    assert_eq!(
        differences.to_string(),
        format!(
            "GET /orders/{{id}} is not in the document ({file}:{line})\n\
             GET /order is in the document, but is not a route\n"
        )
    );
    assert!(differences != [] && differences != ["", ""]);
    let none = shop::ROUTES.openapi_differences(&self::document());
    assert_eq!(format!("{none:?}{none}"), "[]");
}
