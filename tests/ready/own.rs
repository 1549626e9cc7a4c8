//! The lines of the guide whose middleware are ours.

use axum::{Extension, Router};
use concentric::Request;
use concentric::{
    AfterResponse, Cors, Provided, ProxyHeaders, after_response, app, by_host, debug_errors,
    https_redirect, proxy_headers, redirect_slashes, reject_cross_site, security_headers,
    trusted_hosts,
};

use crate::support::{cross_site_handshake, get, get_with, index, send};

app! {
    fn shared() -> Router with [Cors::origins(["https://shop.example.com"])] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn our_cors_answers_an_allowed_origin() {
    let reply = get_with(&shared(), "/", "origin", "https://shop.example.com").await;
    assert_eq!(
        reply.header("access-control-allow-origin"),
        "https://shop.example.com"
    );
    let reply = get_with(&shared(), "/", "origin", "https://evil.example").await;
    assert_eq!(reply.header("access-control-allow-origin"), "");
}

app! {
    fn guarded() -> Router with [
        security_headers(),
        trusted_hosts(["example.com", "*.example.com"]),
        reject_cross_site(),
    ] {
        GET | POST "/" => index,
    }
}

#[tokio::test]
async fn hosts_and_origins_are_checked() {
    let app = guarded();
    let post = async |host: &str, site: &str| {
        let request = Request::post("/")
            .header("host", host)
            .header("sec-fetch-site", site);
        send(&app, request).await.status
    };
    assert_eq!(post("shop.example.com", "same-origin").await, 200);
    assert_eq!(post("evil.example", "same-origin").await, 400);
    assert_eq!(post("shop.example.com", "cross-site").await, 403);
    let reply = get_with(&app, "/", "host", "evil.example").await;
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    // The handshake of a WebSocket is checked, too.
    assert_eq!(send(&app, cross_site_handshake()).await.status, 403);
}

app! {
    fn direct() -> Router with [https_redirect] {
        GET "/" => index,
    }
}

app! {
    fn proxied() -> Router with [proxy_headers(ProxyHeaders::XForwarded), https_redirect] {
        GET "/" => index,
    }
}

app! {
    fn named() -> Router with [
        proxy_headers(ProxyHeaders::XForwarded).host(true),
        trusted_hosts(["example.com", "*.example.com"]),
        https_redirect,
    ] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn http_is_redirected_to_https() {
    let reply = get_with(&direct(), "/", "host", "example.com").await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (307, "https://example.com/")
    );
    let request = Request::get("/").header("host", "example.com");
    let reply = send(&proxied(), request.header("x-forwarded-proto", "https")).await;
    assert_eq!(reply.status, 200);
    let reply = get_with(&named(), "/", "x-forwarded-host", "a.example.com").await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (307, "https://a.example.com/")
    );
}

app! {
    fn site() -> Router with [redirect_slashes(site::ROUTES)] {
        GET "/products" => index,
    }
}

#[tokio::test]
async fn a_slash_is_redirected() {
    let reply = get(&site(), "/products/").await;
    assert_eq!((reply.status, reply.header("location")), (307, "/products"));
}

app! {
    fn admin() -> Router {
        GET "/" => "admin",
    }
}
app! {
    fn tenant() -> Router {
        GET "/" => "tenant",
    }
}

fn hosts() -> Router {
    by_host(
        [("admin.example.com", admin()), ("*.example.com", tenant())],
        site(),
    )
}

#[tokio::test]
async fn a_host_has_an_application() {
    let app = hosts();
    for (host, body) in [("admin.example.com", "admin"), ("a.example.com", "tenant")] {
        assert_eq!(get_with(&app, "/", "host", host).await.text(), body);
    }
}

mod development {
    use super::{Router, app, debug_errors, get};

    app! {
        fn site() -> Router with [debug_errors(site::ROUTES) if cfg!(debug_assertions)] {
            GET "/" => async || concentric::HttpError::internal("the disk is full"),
        }
    }

    #[tokio::test]
    async fn an_error_shows_its_source() {
        let reply = get(&site(), "/").await;
        assert!(reply.text().contains("the disk is full"), "{reply:?}");
    }
}

async fn order(
    after: Provided<AfterResponse>,
    done: Extension<tokio::sync::mpsc::UnboundedSender<()>>,
) {
    after.run(async move { done.send(()).map_err(std::io::Error::other) });
}

app! {
    fn shop(done: tokio::sync::mpsc::UnboundedSender<()>) -> Router
    with [after_response(), Extension(done)] {
        POST "/" => order,
    }
}

#[tokio::test]
async fn work_runs_after_the_response() {
    let (done, mut is_done) = tokio::sync::mpsc::unbounded_channel();
    send(&shop(done), Request::post("/")).await;
    is_done.recv().await.unwrap();
}
