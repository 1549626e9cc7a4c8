//! An OpenAPI document, made of the route table.

use std::collections::BTreeMap;

use axum::Json;
use concentric::{RouteInfo, RouteKind};
use serde_json::{Map, Value, json};

use crate::crates;

/// Returns a description of the API.
pub(crate) async fn document() -> Json<Value> {
    Json(openapi())
}

/// Describes each route below `/api`.
fn openapi() -> Value {
    let mut paths: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
    let routes = crates::ROUTES.under("/api");
    for route in routes.iter().filter(|row| row.kind() == RouteKind::Route) {
        let operations = paths.entry(route.path().to_owned()).or_default();
        for method in route.methods() {
            operations.insert(method.to_lowercase(), operation(route));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "A registry of crates", "version": "1" },
        "paths": paths,
        "components": {
            "securitySchemes": {
                "token": { "type": "apiKey", "in": "header", "name": "Authorization" },
                "cookie": { "type": "apiKey", "in": "cookie", "name": crate::auth::COOKIE },
            },
        },
    })
}

/// Describes a route.
fn operation(route: &RouteInfo) -> Value {
    let mut operation = json!({
        "operationId": operation_id(route),
        "summary": route.description(),
        "parameters": parameters(route.path()),
        "responses": { "default": { "description": "The result, or `errors`." } },
    });
    let mut security = Vec::new();
    if route.has("authenticate") {
        security.push(json!({ "cookie": [] }));
        if !route.has("require_cookie") {
            security.push(json!({ "token": [] }));
        }
    }
    if !security.is_empty() {
        operation["security"] = json!(security);
    }
    let conditions = route.conditions();
    if !conditions.is_empty() {
        operation["x-served-if"] = json!(conditions);
    }
    operation
}

/// Returns the name of a route. If a part is included twice, its routes have the same names, so the scope is added.
fn operation_id(route: &RouteInfo) -> String {
    let name = route.name().or(route.handler()).unwrap_or_default();
    let of_name = crates::ROUTES
        .iter()
        .filter(|other| other.name() == Some(name));
    if of_name.count() <= 1 {
        return name.to_owned();
    }
    let mut text = route
        .path()
        .split('/')
        .filter(|segment| !segment.starts_with('{'));
    format!("{name}_{}", text.next_back().unwrap_or_default())
}

/// Describes the parameters of a path.
fn parameters(path: &str) -> Vec<Value> {
    let names = path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
    let parameter = |name| {
        json!({
            "name": name,
            "in": "path",
            "required": true,
            "schema": { "type": "string" },
        })
    };
    names.map(parameter).collect()
}
