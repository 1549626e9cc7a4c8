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
/// - Ports are ignored, and so is a dot at the end of the host.
/// - If `www.example.com` is allowed and `example.com` is not, a request for the latter is [redirected](TrustedHosts::www_redirect).
///
/// The host is what [`host`](crate::host()) returns. Behind a proxy, list [`proxy_headers`](crate::proxy_headers()) outside of
/// it. In the other order, and inside of [`https_redirect`](crate::https_redirect()), it does not compile.
///
/// # Panics
///
/// Panics if a pattern is not one of the above, for example because it has a scheme, a port, or a dot at its end.
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
#[track_caller]
pub fn trusted_hosts<P: AsRef<str>>(patterns: impl IntoIterator<Item = P>) -> TrustedHosts {
    let mut names = Vec::new();
    let mut any = false;
    // A closure would not pass on the caller, whom a panic names.
    for pattern in patterns {
        match pattern.as_ref() {
            "*" => any = true,
            pattern => names.push(HostPattern::new(pattern)),
        }
    }
    TrustedHosts {
        patterns: names.into(),
        any,
        www_redirect: true,
    }
}

/// The middleware that [`trusted_hosts`] returns.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct TrustedHosts {
    patterns: Arc<[HostPattern]>,
    /// Whether each host is allowed.
    any: bool,
    www_redirect: bool,
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

    fn allows(&self, host: &str) -> bool {
        self.patterns.iter().any(|pattern| pattern.matches(host))
    }

    /// Returns the response to a request for another host.
    fn refuse(&self, req: &Request, host: Option<Host<'_>>) -> Response {
        let www = host.filter(|_| self.www_redirect).filter(|host| {
            let mut patterns = self.patterns.iter();
            patterns.any(|pattern| match pattern {
                HostPattern::Name(name) => name.strip_prefix("www.") == Some(host.name()),
                HostPattern::Subdomains(_) => false,
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
        if self.any {
            return next.run(req).await;
        }
        let host = host(&req);
        if host.as_ref().is_some_and(|host| self.allows(host.name())) {
            drop(host);
            return next.run(req).await;
        }
        self.refuse(&req, host)
    }
}

plain_layer!(TrustedHosts);
