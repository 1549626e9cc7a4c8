//! What the registry says about its own routes.

use std::collections::HashSet;

use serde_json::Value;

use crate::{
    client::{send, start},
    support::{Server, assert_text},
};

/// A change of the middleware of a route shows in this file.
#[tokio::test]
async fn the_printed_routes_match_the_snapshot() {
    assert_text(&Server::routes("crates").await, include_str!("routes.txt"));
}

/// Returns the operations of the document: the method with the path, and the description.
async fn operations() -> Vec<(String, Value)> {
    let (status, document) = send(&start(&[]).await, "GET", "/api/openapi.json", &[]).await;
    assert_eq!(status, 200);
    let paths = document["paths"].as_object().unwrap().clone();
    let of_path = |(path, methods): (String, Value)| {
        let methods = methods.as_object().unwrap().clone().into_iter();
        methods.map(move |(method, operation)| {
            (format!("{} {path}", method.to_uppercase()), operation)
        })
    };
    paths.into_iter().flat_map(of_path).collect()
}

#[tokio::test]
async fn the_document_has_an_operation_for_each_route_of_the_api() {
    let table = include_str!("routes.txt");
    let rows = table.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (method, path) = (words.next()?, words.next()?);
        let is_route = ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(&method);
        (is_route && path.starts_with("/api/")).then(|| format!("{method} {path}"))
    });
    let rows: HashSet<String> = rows.collect();
    let operations: HashSet<_> = operations()
        .await
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(operations, rows);
    assert!(rows.len() >= 60, "{} routes", rows.len());
}

#[tokio::test]
async fn operations_have_unique_ids_and_a_summary() {
    let mut ids = HashSet::new();
    for (name, operation) in operations().await {
        assert!(
            !operation["summary"].as_str().unwrap().is_empty(),
            "{name} has no summary"
        );
        let id = operation["operationId"].as_str().unwrap().to_owned();
        assert!(ids.insert(id), "{name} has the ID of another operation");
    }
}

#[tokio::test]
async fn operations_have_the_security_of_their_middleware() {
    let operations = operations().await;
    let schemes = |name: &str| {
        let (_, operation) = operations.iter().find(|(other, _)| other == name).unwrap();
        let security = operation["security"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        let schemes = security
            .iter()
            .flat_map(|scheme| scheme.as_object().unwrap().keys());
        schemes.cloned().collect::<Vec<_>>()
    };
    assert_eq!(schemes("GET /api/v1/crates"), [""; 0]);
    assert_eq!(schemes("PUT /api/v1/crates/new"), ["cookie", "token"]);
    assert_eq!(schemes("GET /api/v1/me/tokens"), ["cookie"]);
    assert_eq!(
        schemes("PUT /api/v1/me/crate_owner_invitations/accept/{token}"),
        [""; 0]
    );
}
