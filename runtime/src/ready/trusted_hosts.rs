//! `trusted_hosts`, which rejects requests for other hosts.

use std::sync::Arc;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};

use super::{
    host::{Host, host, invalid_host},
    host_pattern::HostPattern,
    plain_layer::plain_layer,
    proxy_headers::ProxyHeaders,
    redirect::{redirect, requested_path},
};
use crate::chain::{Chain, Middleware, Next, Provides};

/// Returns a middleware that rejects requests for other hosts with a 400.
///
/// It prevents a client from choosing the host of links and redirects that the application builds from the request. It
/// behaves as the `TrustedHostMiddleware` of [Starlette](https://www.starlette.io/middleware/#trustedhostmiddleware):
///
/// - `example.com` allows this host. Case does not matter.
/// - `*.example.org` allows each host that ends with `.example.org`, so not `example.org` itself.
/// - `*` allows each host, and a request without one.
/// - Ports are ignored.
/// - If `www.example.com` is allowed and `example.com` is not, a request for the latter is [redirected](TrustedHosts::www_redirect).
///
/// The host is what [`host`](crate::host()) returns.
///
/// # Panics
///
/// Panics if a pattern is not one of the above, for example because it has a scheme or a port.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{app, trusted_hosts};
///
/// app! {
///     fn site() -> Router with [trusted_hosts(["example.com", "*.example.org"])] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     for (host, status) in [("example.com", 200), ("a.example.org:8000", 200), ("evil.com", 400)] {
/// #         let request = concentric::Request::get("/").header("host", host);
/// #         let request = request.body(axum::body::Body::empty()).unwrap();
/// #         assert_eq!(site().oneshot(request).await.unwrap().status(), status);
/// #     }
/// # }
/// ```
pub fn trusted_hosts<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> TrustedHosts {
    let patterns = patterns.into_iter();
    TrustedHosts {
        patterns: patterns
            .map(|pattern| HostPattern::new(pattern.as_ref()))
            .collect(),
        www_redirect: true,
        proxy: None,
    }
}

/// The middleware that [`trusted_hosts`] returns.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct TrustedHosts {
    patterns: Arc<[HostPattern]>,
    www_redirect: bool,
    proxy: Option<ProxyHeaders>,
}

impl TrustedHosts {
    /// Sets whether `example.com` is redirected to `www.example.com`, if the latter is allowed by its name and the former
    /// is not allowed. The default is `true`.
    ///
    /// The redirect is a 307 that keeps the scheme, the port, the path and the query.
    ///
    /// ```
    /// let hosts = concentric::trusted_hosts(["www.example.com"]).www_redirect(false);
    /// ```
    pub fn www_redirect(mut self, is_on: bool) -> Self {
        self.www_redirect = is_on;
        self
    }

    /// Checks the host that the proxy names, if it names one. The default is to read no header of a proxy.
    ///
    /// ```
    /// use concentric::{ProxyHeaders, trusted_hosts};
    ///
    /// let hosts = trusted_hosts(["example.com"]).behind_proxy(ProxyHeaders::Forwarded);
    /// ```
    pub fn behind_proxy(mut self, headers: ProxyHeaders) -> Self {
        self.proxy = Some(headers);
        self
    }

    fn allows(&self, host: &str) -> bool {
        self.patterns.iter().any(|pattern| pattern.matches(host))
    }

    /// Returns the response to a request for another host.
    fn refuse(&self, req: &Request, host: Option<Host<'_>>) -> Response {
        let www = host.filter(|_| self.www_redirect).filter(|host| {
            let mut patterns = self.patterns.iter();
            patterns.any(|pattern| match pattern {
                HostPattern::Name(name) => name.strip_prefix("www.") == Some(host.name()),
                _ => false,
            })
        });
        match www {
            // Without a scheme, the client keeps the one that it has used.
            Some(host) => redirect(&format!("//www.{host}{}", requested_path(req))),
            None => invalid_host().into_response(),
        }
    }
}

impl Provides for TrustedHosts {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for TrustedHosts {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        if self.patterns.contains(&HostPattern::Any) {
            return next.run(req).await;
        }
        let host = self
            .proxy
            .and_then(|proxy| proxy.host(&req))
            .or_else(|| host(&req));
        if host.as_ref().is_some_and(|host| self.allows(host.name())) {
            drop(host);
            return next.run(req).await;
        }
        self.refuse(&req, host)
    }
}

plain_layer!(TrustedHosts);
