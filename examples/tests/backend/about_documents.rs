//! The route table, the OpenAPI document and the page that shows it.

use utoipa::OpenApi;

use crate::{
    api::backend,
    client::Client,
    openapi::Document,
    support::{Server, assert_text},
};

/// A change of the middleware of a route shows in this file.
#[tokio::test]
async fn the_printed_routes_match_the_snapshot() {
    assert_text(&Server::routes("backend").await, include_str!("routes.txt"));
}

#[test]
fn the_document_has_all_routes_but_its_own() {
    assert_eq!(
        backend::ROUTES
            .under("/api")
            .openapi_differences(&Document::openapi()),
        ["GET /api/v1/openapi.json is not in the document"]
    );
}

#[tokio::test]
async fn the_document_is_served() {
    let (status, document) = Client::new().await.send("GET", "/openapi.json", "").await;
    assert_eq!(status, 200);
    assert_eq!(document, serde_json::to_value(Document::openapi()).unwrap());
    let paths = &document["paths"];
    assert!(paths["/api/v1/items/"]["get"]["security"][0]["token"].is_array());
    assert!(paths["/api/v1/users/signup"]["post"]["security"].is_null());
    // The hash of a password is in no response.
    assert!(document["components"]["schemas"]["UserPublic"]["properties"]["hash"].is_null());
}

#[test]
fn the_queries_of_the_document_are_queries() {
    let document = serde_json::to_value(Document::openapi()).unwrap();
    for (path, method, names) in [
        ("/api/v1/items/", "get", &["skip", "limit"][..]),
        ("/api/v1/users/", "get", &["skip", "limit"]),
        ("/api/v1/utils/test-email/", "post", &["email_to"]),
    ] {
        let parameters = &document["paths"][path][method]["parameters"];
        let parameters = parameters.as_array().unwrap().iter();
        let found: Vec<_> = parameters
            .map(|parameter| (parameter["name"].as_str(), parameter["in"].as_str()))
            .collect();
        let expected: Vec<_> = names
            .iter()
            .map(|name| (Some(*name), Some("query")))
            .collect();
        assert_eq!(found, expected, "{path}");
    }
}

#[tokio::test]
async fn the_page_shows_the_document() {
    let server = Server::start_with("backend", &[("PASSWORD_MEMORY", "8")]).await;
    let page = server.get("/docs", &[]).await;
    assert!(page.starts_with("200 OK\n"), "{page}");
    assert!(
        page.contains("content-type: text/html; charset=utf-8"),
        "{page}"
    );
    assert!(page.contains("/api/v1/login/access-token"), "{page}");
}

#[test]
fn only_these_routes_are_public() {
    assert_eq!(
        backend::ROUTES.routes().missing("current_user"),
        [
            "GET /docs",
            "GET /api/v1/openapi.json",
            "POST /api/v1/login/access-token",
            "POST /api/v1/password-recovery/{email}",
            "POST /api/v1/reset-password/",
            "POST /api/v1/users/signup",
            "GET /api/v1/utils/health-check/",
            "POST /api/v1/private/users/",
        ]
    );
}
