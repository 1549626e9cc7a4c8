//! Tests one part of the `crates` example, without the application around it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(
    dead_code,
    unused_imports,
    reason = "the part uses only some of these items"
)]

#[path = "../crates/auth/mod.rs"]
mod auth;
#[path = "../crates/error.rs"]
mod error;
#[path = "../crates/owners.rs"]
mod owners;
#[path = "../crates/store/mod.rs"]
mod store;

use axum::{Router, body::Body};
use concentric::Request;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::store::{Owner, Registry};

/// Returns the part for the crate `axle`, which Ada owns.
fn part(registry: &Registry) -> Router {
    let krate = registry.krates.get("axle").unwrap();
    owners::owners(registry.clone())
        .provide(krate)
        .into_router()
}

async fn get(router: Router, path: &str) -> (u16, Value) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&body).unwrap())
}

#[tokio::test]
async fn the_owners_of_the_provided_crate_are_listed() {
    let registry = Registry::demo();
    let owners = json!({ "users": [{ "kind": "user", "id": 1, "login": "ada" }] });
    assert_eq!(get(part(&registry), "/owners").await, (200, owners));
    assert_eq!(
        get(part(&registry), "/owner_team").await,
        (200, json!({ "teams": [] }))
    );
}

#[tokio::test]
async fn an_owner_adds_a_team() {
    let registry = Registry::demo();
    for (token, status) in [("bob-token", 403), ("yank-token", 403), ("ada-token", 200)] {
        let request = Request::put("/owners")
            .header("authorization", token)
            .header("content-type", "application/json")
            .body(Body::from(r#"{"owners":["github:wheels:core"]}"#))
            .unwrap();
        let response = part(&registry).oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{token}");
    }
    let team = Owner::Team("github:wheels:core".to_owned());
    assert!(registry.krates.get("axle").unwrap().owners.contains(&team));
}

/// The table of a part has the paths of the part alone.
#[test]
fn all_routes_that_change_owners_require_an_owner() {
    assert_eq!(
        owners::owners::ROUTES.missing("require_owner"),
        ["GET /owners", "GET /owner_user", "GET /owner_team"]
    );
}
