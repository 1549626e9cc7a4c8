//! `https_redirect`, which redirects HTTP to HTTPS.

use axum::{extract::Request, response::Response};
use concentric_macros::middleware;
use http::{header::SEC_WEBSOCKET_VERSION, uri::Scheme};

use super::{
    host::{host, invalid_host},
    redirect::{redirect, requested_path},
};
use crate::{chain::Next, error::HttpError};

/// Redirects requests over HTTP to HTTPS.
///
/// The redirect is a 307, which keeps the method, the path and the query. The ports 80 and 443 are removed, and others are
/// kept. The handshake of a WebSocket is redirected to `wss`. It behaves as the `HTTPSRedirectMiddleware` of
/// [Starlette](https://www.starlette.io/middleware/#httpsredirectmiddleware). A request without a valid host is a 400.
///
/// A request is over HTTPS if [`proxy_headers`](crate::proxy_headers()) says so. Behind a proxy that terminates TLS, list that
/// entry, or each request is redirected again. The URI's scheme is not used, because the client controls it.
///
/// An application that terminates TLS itself serves this redirect on the port of HTTP alone, or states the scheme in a
/// layer of the router that it serves by TLS: `Extension(http::uri::Scheme::HTTPS)`.
///
/// The host is what [`host`](crate::host()) returns. List [`trusted_hosts`](crate::trusted_hosts) outside of this middleware, so
/// that no cache can keep a redirect to another host. List a [`Cors`](crate::Cors) outside of it, too: a page may follow
/// the redirect only with its headers. The other orders do not compile.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{ProxyHeaders, app, https_redirect, proxy_headers, trusted_hosts};
///
/// app! {
///     fn site() -> Router with [
///         proxy_headers(ProxyHeaders::XForwarded),
///         trusted_hosts(["example.com"]),
///         https_redirect,
///     ] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = || concentric::Request::get("/?a=1").header("host", "example.com:80");
/// #     let http = request().body(axum::body::Body::empty()).unwrap();
/// #     let response = site().oneshot(http).await.unwrap();
/// #     assert_eq!(response.status(), 307);
/// #     assert_eq!(response.headers()["location"], "https://example.com/?a=1");
/// #     let https = request().header("x-forwarded-proto", "https").body(axum::body::Body::empty()).unwrap();
/// #     assert_eq!(site().oneshot(https).await.unwrap().status(), 200);
/// # }
/// ```
#[middleware(crate = crate)]
pub async fn https_redirect(req: Request, next: Next) -> Result<Response, HttpError> {
    if req.extensions().get() == Some(&Scheme::HTTPS) {
        return Ok(next.run(req).await);
    }
    let host = host(&req).ok_or_else(invalid_host)?;
    let host = match host.port() {
        Some(80 | 443) => host.without_port(),
        _ => host,
    };
    // HTTP/2 has no `Upgrade`, and both have this header.
    let is_websocket = req.headers().contains_key(SEC_WEBSOCKET_VERSION);
    let scheme = if is_websocket { "wss" } else { "https" };
    let path = requested_path(&req);
    Ok(redirect(&format!("{scheme}://{host}{path}")))
}
