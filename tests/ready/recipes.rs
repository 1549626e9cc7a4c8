//! The middleware that the guide writes itself. `page.rs` compares the code.

use std::net::IpAddr;

use axum::{
    Router,
    response::{Html, IntoResponse},
};
use axum_client_ip::{ClientIp, ClientIpSource};
use concentric::{Cors, HttpError, Next, Provided, Request, Response, app, middleware};
use http::{HeaderValue, Method, StatusCode, header};

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
    let mut response = next.provide(language).run(req).await;
    let vary = HeaderValue::from_static("accept-language");
    response.headers_mut().append(header::VARY, vary);
    response
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
    let reply = get(&app, "/").await;
    assert_eq!(
        (reply.text(), reply.header("vary")),
        ("en", "accept-language")
    );
}

/// Rejects clients that are not in this network.
#[middleware(inside(Cors))]
async fn require_network(
    #[config] prefix: &[u8; 2],
    ClientIp(ip): ClientIp,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    // A socket for both versions of IP reports an IPv4 client as `::ffff:10.1.2.3`.
    match ip.to_canonical() {
        IpAddr::V4(ip) if ip.octets().starts_with(prefix) => Ok(next.run(req).await),
        _ => Err(HttpError::forbidden("not from here")),
    }
}

app! {
    fn internal() -> Router
    with [ClientIpSource::XRealIp.into_extension(), require_network([10, 1])] {
        GET "/" => index,
    }
}

#[tokio::test]
async fn a_client_of_another_network_is_rejected() {
    let app = internal();
    for (ip, status) in [
        ("10.1.2.3", 200),
        ("::ffff:10.1.2.3", 200),
        ("10.2.2.3", 403),
        ("::ffff:10.2.2.3", 403),
        ("::1", 403),
    ] {
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
    let error = match next.try_run(req).await {
        Err(error) if error.status() == StatusCode::NOT_FOUND => error,
        result => return result,
    };
    // Tells caches that the answer depends on this header.
    let error = error.with_header(header::VARY, HeaderValue::from_static("accept"));
    if !is_browser {
        return Err(error);
    }
    let page = Html("<h1>This page does not exist</h1>");
    Ok((error.status(), error.headers().clone(), page).into_response())
}

/// Adds a header to an error.
#[middleware]
async fn tag(req: Request, next: Next) -> Result<Response, HttpError> {
    let name = header::CACHE_CONTROL;
    let tagged = |error: HttpError| error.with_header(name, HeaderValue::from_static("no-store"));
    next.try_run(req).await.map_err(tagged)
}

app! {
    fn pages() -> Router with [error_pages, tag] {
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
    assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
    let other = get(&app, "/none").await;
    assert_eq!(other.text(), r#"{"detail":"Not Found"}"#);
    for reply in [reply, other] {
        let headers = ["vary", "cache-control"].map(|name| reply.header(name));
        assert_eq!(headers, ["accept", "no-store"]);
    }
}
