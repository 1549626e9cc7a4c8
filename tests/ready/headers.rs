//! The group "Headers".

use axum::{Extension, Router};
use concentric::{Provided, Request, app, provides};
use http::{
    HeaderName, HeaderValue,
    header::{ACCEPT_LANGUAGE, X_CONTENT_TYPE_OPTIONS},
};
use tower_http::{
    propagate_header::PropagateHeaderLayer,
    set_header::{SetRequestHeaderLayer, SetResponseHeaderLayer},
    validate_request::ValidateRequestHeaderLayer,
};

use crate::support::{get, get_with, index};

const POWERED_BY: HeaderName = HeaderName::from_static("x-powered-by");
const TENANT: HeaderName = HeaderName::from_static("x-tenant");

app! {
    fn site() -> Router with [
        SetResponseHeaderLayer::overriding(
            X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        SetResponseHeaderLayer::if_not_present(POWERED_BY, HeaderValue::from_static("concentric")),
        PropagateHeaderLayer::new(TENANT),
    ] {
        GET "/" => index,
        GET "/own" => async || ([(POWERED_BY, "me")], ""),
    }
}

#[tokio::test]
async fn every_response_has_the_header() {
    let app = site();
    for path in ["/", "/none"] {
        let reply = get(&app, path).await;
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("x-powered-by"), "concentric");
    }
    assert_eq!(get(&app, "/own").await.header("x-powered-by"), "me");
}

#[tokio::test]
async fn a_header_of_the_request_is_copied_to_the_response() {
    let reply = get_with(&site(), "/", "x-tenant", "7").await;
    assert_eq!(reply.header("x-tenant"), "7");
}

async fn language(req: Request) -> String {
    let language = req.headers().get(ACCEPT_LANGUAGE);
    language.map_or(String::new(), |value| value.to_str().unwrap().to_owned())
}

app! {
    fn english() -> Router
    with [SetRequestHeaderLayer::if_not_present(ACCEPT_LANGUAGE, HeaderValue::from_static("en"))] {
        GET "/" => language,
    }
}

#[tokio::test]
async fn a_request_can_get_a_default_header() {
    assert_eq!(get(&english(), "/").await.text(), "en");
    assert_eq!(
        get_with(&english(), "/", "accept-language", "de")
            .await
            .text(),
        "de"
    );
}

app! {
    fn json() -> Router with [ValidateRequestHeaderLayer::accept("application/json")] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_client_that_does_not_accept_json_is_rejected() {
    assert_eq!(
        get_with(&json(), "/", "accept", "text/html").await.status,
        406
    );
    assert_eq!(
        get_with(&json(), "/", "accept", "application/*")
            .await
            .status,
        200
    );
    assert_eq!(get(&json(), "/").await.status, 200);
}

#[derive(Clone)]
struct Tenant(&'static str);

async fn tenant(tenant: Provided<Tenant>) -> &'static str {
    tenant.0.0
}

app! {
    fn tenants() -> Router with [provides::<Tenant>(Extension(Tenant("acme")))] {
        GET "/" => tenant,
    }
}

#[tokio::test]
async fn a_value_is_provided_to_every_handler() {
    assert_eq!(get(&tenants(), "/").await.text(), "acme");
}
