//! The middleware that the guide writes itself. `page.rs` compares the code.

use std::net::IpAddr;

use axum::{
    Router,
    response::{Html, IntoResponse},
};
use axum_client_ip::{ClientIp, ClientIpSource};
use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
use http::{Method, StatusCode, header};

use crate::support::{get, get_with, index, send};

/// Uses the method that `X-HTTP-Method-Override` names for a `POST`.
#[middleware]
async fn method_override(mut req: Request, next: Next) -> Response {
    let method = req.headers().get("x-http-method-override");
    let method = method.and_then(|name| Method::from_bytes(name.as_bytes()).ok());
    match method {
        Some(method) if req.method() == Method::POST => *req.method_mut() = method,
        _ => {}
    }
    next.run(req).await
}

app! {
    fn overridden() -> Router before routing [method_override] {
        GET | DELETE "/" => async |method: Method| method.to_string(),
        POST "/" => async || "POST",
    }
}

#[tokio::test]
async fn a_post_can_name_another_method() {
    let app = overridden();
    let request = Request::post("/").header("x-http-method-override", "DELETE");
    assert_eq!(send(&app, request).await.text(), "DELETE");
    assert_eq!(send(&app, Request::post("/")).await.text(), "POST");
    let reply = get_with(&app, "/", "x-http-method-override", "DELETE").await;
    assert_eq!(reply.text(), "GET");
}

/// Provides the language that the client prefers, of those that the application has.
#[middleware]
async fn language(req: Request, next: Next<Language>) -> Response {
    let accepted = req.headers().get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok()).unwrap_or("");
    let common = accept_language::intersection(accepted, &["en", "de"]);
    let language = Language(common.into_iter().next().unwrap_or_else(|| "en".to_owned()));
    next.provide(language).run(req).await
}

#[derive(Clone)]
struct Language(String);

app! {
    fn localized() -> Router with [language] {
        GET "/" => async |language: Provided<Language>| language.0.0.clone(),
    }
}

#[tokio::test]
async fn a_client_gets_its_language() {
    let app = localized();
    for (accepted, chosen) in [
        ("de, en;q=0.5", "de"),
        ("fr", "en"),
        ("en;q=0.1, de;q=0.2", "de"),
    ] {
        let reply = get_with(&app, "/", "accept-language", accepted).await;
        assert_eq!(reply.text(), chosen, "{accepted}");
    }
    assert_eq!(get(&app, "/").await.text(), "en");
}

/// Rejects clients that are not in this network.
#[middleware]
async fn require_network(
    #[config] prefix: &[u8; 2],
    ClientIp(ip): ClientIp,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    match ip {
        IpAddr::V4(ip) if ip.octets().starts_with(prefix) => Ok(next.run(req).await),
        _ => Err(HttpError::forbidden("not from here")),
    }
}

app! {
    fn internal() -> Router with [ClientIpSource::XRealIp.into_extension(), require_network([10, 1])] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_client_of_another_network_is_rejected() {
    let app = internal();
    for (ip, status) in [("10.1.2.3", 200), ("10.2.2.3", 403), ("::1", 403)] {
        assert_eq!(
            get_with(&app, "/", "x-real-ip", ip).await.status,
            status,
            "{ip}"
        );
    }
}

/// Shows a page for a 404 to a browser.
#[middleware]
async fn error_pages(req: Request, next: Next) -> Result<Response, HttpError> {
    let accepted = req.headers().get(header::ACCEPT);
    let is_browser = accepted.is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    match next.try_run(req).await {
        Err(error) if is_browser && error.status() == StatusCode::NOT_FOUND => {
            Ok((error.status(), Html("<h1>This page does not exist</h1>")).into_response())
        }
        result => result,
    }
}

app! {
    fn pages() -> Router with [error_pages] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_browser_gets_a_page_for_an_error() {
    let app = pages();
    let reply = get_with(&app, "/none", "accept", "text/html,*/*").await;
    assert_eq!(
        (reply.status, reply.text()),
        (404, "<h1>This page does not exist</h1>")
    );
    assert_eq!(get(&app, "/none").await.text(), r#"{"detail":"Not Found"}"#);
}
