//! `https_redirect`, which redirects HTTP to HTTPS.

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::uri::Scheme;

use super::{
    host::{host, invalid_host},
    plain_layer::plain_layer,
    proxy_headers::ProxyHeaders,
    redirect::{redirect, requested_path, requested_uri},
};
use crate::chain::{Chain, Middleware, Next, Provides};

/// Returns a middleware that redirects requests over HTTP to HTTPS.
///
/// The redirect is a 307, which keeps the method, the path and the query. The ports 80 and 443 are removed, and others are
/// kept. It behaves as the `HTTPSRedirectMiddleware` of [Starlette](https://www.starlette.io/middleware/#httpsredirectmiddleware).
/// A request without a valid host is a 400.
///
/// A request is over HTTPS if its URI has the scheme `https`, as in HTTP/2, or if a [proxy](HttpsRedirect::behind_proxy) says so.
/// [`serve`](crate::serve()) and `axum::serve` have no TLS, and HTTP/1 does not state the scheme. So behind a proxy that
/// terminates TLS, name its headers, or each request is redirected again.
///
/// The host is the one that the client sent. List [`trusted_hosts`](crate::trusted_hosts) outside of this middleware, so
/// that no cache can keep a redirect to another host.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{ProxyHeaders, app, https_redirect, trusted_hosts};
///
/// app! {
///     fn site() -> Router with [
///         trusted_hosts(["example.com"]),
///         https_redirect().behind_proxy(ProxyHeaders::XForwarded),
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
pub fn https_redirect() -> HttpsRedirect {
    HttpsRedirect { proxy: None }
}

/// The middleware that [`https_redirect`] returns.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct HttpsRedirect {
    proxy: Option<ProxyHeaders>,
}

impl HttpsRedirect {
    /// Takes the scheme and the host from these headers, if the request has them. The default is to read no header of a
    /// proxy, since a client can send them, too.
    pub fn behind_proxy(mut self, headers: ProxyHeaders) -> Self {
        self.proxy = Some(headers);
        self
    }

    fn is_https(&self, req: &Request) -> bool {
        match self.proxy {
            // The scheme of the URI is that of the connection from the proxy.
            Some(proxy) => proxy.is_https(req),
            None => requested_uri(req).scheme() == Some(&Scheme::HTTPS),
        }
    }
}

impl Provides for HttpsRedirect {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for HttpsRedirect {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        if self.is_https(&req) {
            return next.run(req).await;
        }
        let host = self
            .proxy
            .and_then(|proxy| proxy.host(&req))
            .or_else(|| host(&req));
        let host = host.map(|host| match host.port() {
            Some(80 | 443) => host.without_port(),
            _ => host,
        });
        match host {
            Some(host) => redirect(&format!("https://{host}{}", requested_path(&req))),
            None => invalid_host().into_response(),
        }
    }
}

plain_layer!(HttpsRedirect);
