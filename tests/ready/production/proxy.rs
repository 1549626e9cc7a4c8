//! An application behind a proxy, and its health checks.

use std::{collections::BTreeMap, time::Duration};

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use axum_client_ip::{ClientIp, ClientIpSource};
use concentric::{ProxyHeaders, Shutdown, app, https_redirect, proxy_headers, trusted_hosts};
use tokio::net::TcpListener;
use tower::{ServiceExt, timeout::TimeoutLayer};
use tower_http::timeout::RequestBodyTimeoutLayer;

const NGINX: &str = include_str!("../../../examples/fleet/nginx.conf");

app! {
    fn shop() -> Router {
        GET "/live" => StatusCode::NO_CONTENT,
        GET "/ready" => ready,

        scope with [
            proxy_headers(ProxyHeaders::XForwarded),
            trusted_hosts(["shop.example.com"]),
            https_redirect,
            ClientIpSource::RightmostXForwardedFor.into_extension(),
            TimeoutLayer::new(Duration::from_secs(10)),
            RequestBodyTimeoutLayer::new(Duration::from_secs(10)),
        ] {
            GET "/" => async |ClientIp(address): ClientIp| address.to_string(),
        }
    }
}

async fn ready(shutdown: Shutdown) -> StatusCode {
    if shutdown.is_draining() {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::NO_CONTENT
    }
}

#[tokio::main]
async fn serve() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:8000").await?;
    concentric::serve(listener, shop())
        .max_connections(10_000)
        .drain(Duration::from_secs(5))
        .shutdown_timeout(Duration::from_secs(20))
        .await
}

async fn send(path: &str, headers: &[(&str, &str)]) -> (u16, String) {
    let request = headers
        .iter()
        .fold(Request::get(path), |request, (name, value)| {
            request.header(*name, *value)
        });
    let response = shop()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 1000)
        .await
        .unwrap();
    (status, String::from_utf8(body.into()).unwrap())
}

#[tokio::test]
async fn the_last_proxy_says_who_the_client_is() {
    let _ = serve;
    let headers = [
        ("host", "shop.example.com"),
        ("x-forwarded-proto", "https"),
        ("x-forwarded-for", "192.0.2.66, 192.0.2.7"),
    ];
    assert_eq!(send("/", &headers).await, (200, "192.0.2.7".to_owned()));
    assert_eq!(send("/", &headers[..1]).await.0, 307);
    assert_eq!(send("/", &headers[1..]).await.0, 400);
}

#[tokio::test]
async fn nginx_sends_the_headers_that_the_application_reads() {
    // Unless the configuration sets it, `Host` is the name after `proxy_pass`.
    let mut headers = BTreeMap::from([("Host", "fleet")]);
    let lines = NGINX.lines().map(str::trim);
    for header in lines.filter_map(|line| line.strip_prefix("proxy_set_header ")) {
        let (name, value) = header.trim_end_matches(';').split_once(' ').unwrap();
        let value = match value {
            "$remote_addr" => "192.0.2.7",
            "$http_host" => "shop.example.com",
            "$scheme" => "https",
            // Those of a WebSocket.
            _ => continue,
        };
        headers.insert(name, value);
    }
    let headers = Vec::from_iter(headers);
    assert_eq!(send("/", &headers).await, (200, "192.0.2.7".to_owned()));
}

#[tokio::test]
async fn health_checks_need_no_proxy() {
    for path in ["/live", "/ready"] {
        assert_eq!(send(path, &[]).await.0, 204, "{path}");
    }
}
