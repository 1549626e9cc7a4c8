//! `reject_cross_site` keeps the pages of other sites from running handlers.

use axum::{
    Router,
    extract::{WebSocketUpgrade, ws::WebSocket},
    response::Response,
    routing::any,
};
use concentric::{app, reject_cross_site};
use tokio_tungstenite::tungstenite::{self, client::IntoClientRequest};

use super::panic_of;
use super::request_with;
use crate::support::{Events, Server, Site, record_outcome, send_request};

app! {
    fn site(state: Events) -> Router with [
        record_outcome,
        reject_cross_site()
            .trust_origin("https://admin.example.com")
            .trust_origin("http://LOCALHOST:5173"),
    ] {
        ANY "/" => async || "handler",
        GET "/ws" => async |upgrade: WebSocketUpgrade| -> Response {
            upgrade.on_upgrade(async |_: WebSocket| ())
        },
    }
}

/// Returns the status of a request for `example.com` with these headers.
async fn status(app: &Router, method: &str, headers: &[(&str, &str)]) -> u16 {
    let headers = [&[("host", "example.com")], headers].concat();
    let request = request_with(method, "/", &headers);
    send_request(app, request).await.status
}

const CROSS: (&str, &str) = ("sec-fetch-site", "cross-site");

#[tokio::test]
async fn safe_methods_pass_unless_they_upgrade() {
    let app = site(Events::default());
    let evil = [CROSS, ("origin", "https://evil.com")];
    for method in ["GET", "HEAD", "OPTIONS"] {
        assert_eq!(status(&app, method, &evil).await, 200, "{method}");
        let upgrade = [&evil[..], &[("upgrade", "websocket")]].concat();
        assert_eq!(status(&app, method, &upgrade).await, 403, "{method}");
    }
    for method in ["POST", "PUT", "PATCH", "DELETE", "CONNECT", "CUSTOM"] {
        assert_eq!(status(&app, method, &evil).await, 403, "{method}");
    }
}

#[tokio::test]
async fn sec_fetch_site_decides_if_the_browser_sends_it() {
    let app = site(Events::default());
    let plain = Router::new()
        .route("/", any("handler"))
        .layer(reject_cross_site().trust_origin("https://admin.example.com"));
    for app in [app, plain] {
        for (site, origin, expected) in [
            ("same-origin", "https://example.com", 200),
            // The header that no page can set is believed over a host that a proxy has changed.
            ("same-origin", "https://public.example.com", 200),
            ("none", "null", 200),
            ("same-site", "https://a.example.com", 403),
            ("same-site", "https://admin.example.com", 200),
            ("cross-site", "https://evil.com", 403),
            ("cross-site", "https://admin.example.com", 200),
            ("cross-site", "null", 403),
            // The host is the same, and the scheme is not.
            ("cross-site", "http://example.com", 403),
            ("unknown", "https://example.com", 403),
        ] {
            let headers = [("sec-fetch-site", site), ("origin", origin)];
            assert_eq!(
                status(&app, "POST", &headers).await,
                expected,
                "{headers:?}"
            );
        }
        assert_eq!(status(&app, "POST", &[CROSS]).await, 403);
        for (origin, expected) in [("https://evil.com", 403), ("https://example.com", 200)] {
            let headers = [("sec-fetch-site", ""), ("origin", origin)];
            assert_eq!(status(&app, "POST", &headers).await, expected);
        }
    }
}

#[tokio::test]
async fn the_origin_must_have_the_host_of_the_request_without_sec_fetch_site() {
    let app = site(Events::default());
    for (origin, expected) in [
        ("https://example.com", 200),
        ("http://example.com", 200),
        ("https://EXAMPLE.com:443", 200),
        ("https://example.com:8000", 403),
        ("https://admin.example.com", 200),
        ("http://admin.example.com", 403),
        ("https://admin.example.com:444", 403),
        ("http://localhost:5173", 200),
        ("http://localhost", 403),
        ("https://evil.com", 403),
        ("https://example.com.evil.com", 403),
        ("https://evil.com/example.com", 403),
        ("https://example.com@evil.com", 403),
        ("null", 403),
        // As in Go, an empty header is the same as none.
        ("", 200),
        ("example.com", 403),
    ] {
        assert_eq!(
            status(&app, "POST", &[("origin", origin)]).await,
            expected,
            "{origin}"
        );
    }
    assert_eq!(status(&app, "POST", &[]).await, 200);
    for (host, origin, expected) in [
        ("a.com:8000", "http://a.com:8000", 200),
        ("a.com:8000", "http://a.com", 403),
        ("a.com:443", "https://a.com", 200),
        ("a.com:443", "http://a.com", 403),
        ("[::1]:80", "http://[::1]", 200),
        ("not a host", "http://a.com", 403),
    ] {
        let request = request_with("POST", "/", &[("host", host), ("origin", origin)]);
        let reply = send_request(&app, request).await;
        assert_eq!(reply.status, expected, "{host} {origin}");
    }
}

#[tokio::test]
async fn a_rejected_request_is_an_error_for_outer_middleware() {
    let site = Site::new(site);
    assert_eq!(status(&site.app, "POST", &[CROSS]).await, 403);
    assert_eq!(site.events.take(), ["Err 403: cross-site request"]);
}

#[tokio::test]
async fn a_page_of_another_site_opens_no_websocket() {
    let server = Server::start(site(Events::default())).await;
    for (origin, expected) in [
        (Some("https://evil.com".to_owned()), 403),
        (Some(format!("http://{}", server.address)), 101),
        (Some("https://admin.example.com".to_owned()), 101),
        (None, 101),
    ] {
        let mut request = format!("ws://{}/ws", server.address)
            .into_client_request()
            .unwrap();
        if let Some(origin) = &origin {
            request
                .headers_mut()
                .insert("origin", origin.parse().unwrap());
        }
        let status = match tokio_tungstenite::connect_async(request).await {
            Ok((_, response)) => response.status().as_u16(),
            Err(tungstenite::Error::Http(response)) => response.status().as_u16(),
            Err(error) => panic!("{error}"),
        };
        assert_eq!(status, expected, "{origin:?}");
    }
}

#[test]
fn a_trusted_origin_that_is_not_one_panics() {
    for origin in [
        "example.com",
        "https://example.com/",
        "*",
        "null",
        "https://*.a.com",
        "://a.com",
        "",
    ] {
        assert_eq!(
            panic_of(|| reject_cross_site().trust_origin(origin)),
            format!(
                "`{origin}` is not an origin\nwrite: https://example.com, without a path or a slash at its end"
            )
        );
    }
}
