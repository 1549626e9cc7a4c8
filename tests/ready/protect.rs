//! The group "Protect".

use std::net::SocketAddr;

use axum::{Router, body::Body, extract::ConnectInfo, http::StatusCode};
use axum_client_ip::{ClientIp, ClientIpSource};
use concentric::{Request, Response, app};
use http::{
    HeaderValue, Method,
    header::{AUTHORIZATION, COOKIE, STRICT_TRANSPORT_SECURITY},
    request::Builder,
};
use tower_governor::{
    GovernorLayer,
    governor::{GovernorConfig, GovernorConfigBuilder},
};
use tower_http::{
    auth::AsyncRequireAuthorizationLayer, cors::CorsLayer, csrf::CsrfLayer,
    sensitive_headers::SetSensitiveRequestHeadersLayer, set_header::SetResponseHeaderLayer,
};

use crate::support::{cross_site_handshake, get, get_with, index, send, until_limited};

const ORIGIN: HeaderValue = HeaderValue::from_static("https://shop.example.com");

app! {
    fn shared() -> Router with [
        CorsLayer::new()
            .allow_origin(ORIGIN)
            .allow_methods([Method::GET, Method::PUT]),
    ] {
        GET "/" => index,
        scope "/admin" with [AsyncRequireAuthorizationLayer::new(authorize)] {
            PUT "/" => index,
        }
    }
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_may_read_the_response() {
    let app = shared();
    let preflight = Request::options("/admin")
        .header("origin", "https://shop.example.com")
        .header("access-control-request-method", "PUT");
    let reply = send(&app, preflight).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("access-control-allow-methods"), "GET,PUT");
    // The 401 has the headers, too, so the page can read it.
    let request = Request::put("/admin").header("origin", "https://shop.example.com");
    let reply = send(&app, request).await;
    assert_eq!(reply.status, 401);
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://shop.example.com"
    );
}

app! {
    fn same_site() -> Router with [CsrfLayer::new()] {
        GET | POST "/" => index,
    }
}

#[tokio::test]
async fn a_post_of_another_site_is_rejected() {
    let app = same_site();
    let post = async |name: &str, value: &str| {
        let request = Request::post("/").header("host", "shop.example.com");
        send(&app, request.header(name, value)).await.status
    };
    assert_eq!(post("sec-fetch-site", "cross-site").await, 403);
    assert_eq!(post("sec-fetch-site", "same-origin").await, 200);
    assert_eq!(post("origin", "https://evil.example").await, 403);
    assert_eq!(post("origin", "https://shop.example.com").await, 200);
    let reply = get_with(&app, "/", "sec-fetch-site", "cross-site").await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn the_handshake_of_another_site_passes_the_csrf_layer() {
    assert_eq!(send(&same_site(), cross_site_handshake()).await.status, 200);
}

/// Accepts the token `secret`.
async fn authorize(req: Request) -> Result<Request, Response> {
    match req.headers().get(AUTHORIZATION) {
        Some(token) if token == "Bearer secret" => Ok(req),
        _ => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::UNAUTHORIZED;
            Err(response)
        }
    }
}

app! {
    fn closed() -> Router with [AsyncRequireAuthorizationLayer::new(authorize)] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_request_without_credentials_is_rejected() {
    let app = closed();
    assert_eq!(get(&app, "/").await.status, 401);
    for (token, status) in [("Bearer secret", 200), ("Bearer wrong", 401)] {
        let reply = get_with(&app, "/", "authorization", token).await;
        assert_eq!(reply.status, status, "{token}");
    }
}

app! {
    fn secure() -> Router with [
        SetResponseHeaderLayer::overriding(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000"),
        ),
    ] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_browser_is_told_to_stay_with_https() {
    let reply = get(&secure(), "/").await;
    assert_eq!(
        reply.header("strict-transport-security"),
        "max-age=31536000"
    );
}

async fn sensitive(req: Request) -> String {
    let value = |name| {
        req.headers()
            .get(name)
            .is_some_and(HeaderValue::is_sensitive)
    };
    format!("{} {}", value(AUTHORIZATION), value(COOKIE))
}

app! {
    fn secretive() -> Router with [SetSensitiveRequestHeadersLayer::new([AUTHORIZATION, COOKIE])] {
        GET "/" => sensitive,
    }
}

#[tokio::test]
async fn a_header_with_a_secret_is_hidden_from_logs() {
    let app = secretive();
    let reply = get_with(&app, "/", "authorization", "secret").await;
    assert_eq!(reply.text(), "true false");
}

app! {
    fn behind_a_proxy() -> Router with [ClientIpSource::RightmostXForwardedFor.into_extension()] {
        GET "/" => async |ClientIp(ip): ClientIp| ip.to_string(),
    }
}

#[tokio::test]
async fn the_address_of_the_client_is_the_one_that_the_proxy_added() {
    let app = behind_a_proxy();
    let reply = get_with(&app, "/", "x-forwarded-for", "1.1.1.1, 2.2.2.2").await;
    assert_eq!(reply.text(), "2.2.2.2");
    assert_eq!(get(&app, "/").await.status, 500);
}

app! {
    fn limited() -> Router with [GovernorLayer::new(GovernorConfig::default())] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_client_has_a_limit_of_its_own() {
    let app = limited();
    let (allowed, _) = until_limited(&app, || from(1)).await;
    assert!(allowed >= 8, "{allowed}");
    assert_eq!(send(&app, from(2)).await.status, 200);
    // `concentric::serve` adds the address.
    assert_eq!(get(&app, "/").await.status, 500);
}

/// Returns a request of a client in a network.
fn from(host: u8) -> Builder {
    let address = SocketAddr::from(([10, 0, 0, host], 80));
    Request::get("/").extension(ConnectInfo(address))
}

app! {
    fn slow() -> Router with [
        GovernorLayer::new(
            GovernorConfigBuilder::default()
                .per_second(60)
                .burst_size(1)
                .finish()
                .unwrap(),
        ),
    ] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_429_says_in_whole_seconds_when_to_retry() {
    for (app, seconds) in [(slow(), 1..=60), (limited(), 0..=0)] {
        let (_, reply) = until_limited(&app, || from(1)).await;
        let retry: u32 = reply.header("retry-after").parse().unwrap();
        assert!(seconds.contains(&retry), "{retry}");
    }
}
