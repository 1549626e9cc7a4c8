//! `security_headers`, the headers that helmet sets.

use std::sync::Arc;

use axum::{extract::Request, response::Response};
use http::{HeaderName, HeaderValue, header::Entry};

use super::plain_layer::plain_layer;
use crate::chain::{Chain, Middleware, Next, Provides};

/// The defaults of helmet 8.
const DEFAULTS: [(&str, &str); 12] = [
    (
        "content-security-policy",
        "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';\
         frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';\
         script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
    ),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("origin-agent-cluster", "?1"),
    ("referrer-policy", "no-referrer"),
    (
        "strict-transport-security",
        "max-age=31536000; includeSubDomains",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-dns-prefetch-control", "off"),
    ("x-download-options", "noopen"),
    ("x-frame-options", "SAMEORIGIN"),
    ("x-permitted-cross-domain-policies", "none"),
    ("x-xss-protection", "0"),
];

/// Returns a middleware that adds the security headers of [helmet 8](https://helmetjs.github.io/) to each response that does
/// not have them.
///
/// | header | default |
/// | --- | --- |
/// | `Content-Security-Policy` | `default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests` |
/// | `Cross-Origin-Opener-Policy` | `same-origin` |
/// | `Cross-Origin-Resource-Policy` | `same-origin` |
/// | `Origin-Agent-Cluster` | `?1` |
/// | `Referrer-Policy` | `no-referrer` |
/// | `Strict-Transport-Security` | `max-age=31536000; includeSubDomains` |
/// | `X-Content-Type-Options` | `nosniff` |
/// | `X-DNS-Prefetch-Control` | `off` |
/// | `X-Download-Options` | `noopen` |
/// | `X-Frame-Options` | `SAMEORIGIN` |
/// | `X-Permitted-Cross-Domain-Policies` | `none` |
/// | `X-XSS-Protection` | `0` |
///
/// With `Strict-Transport-Security`, a browser that has visited the site over HTTPS uses HTTPS for it and all its subdomains
/// for a year. As helmet does, it also sends the header over HTTP, where browsers ignore it, and where
/// [RFC 6797, section 7.2](https://www.rfc-editor.org/rfc/rfc6797#section-7.2) asks servers to leave it out. With
/// `upgrade-insecure-requests`, pages load their scripts and images over HTTPS.
///
/// With `no-referrer`, a browser sends `Origin: null` with the forms of a page. Beside
/// [`reject_cross_site`](crate::reject_cross_site()), a site over plain HTTP needs `.set("referrer-policy", "same-origin")`, or
/// its own forms are a 403.
///
/// A handler replaces a header for its own response by setting it.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{app, security_headers};
///
/// app! {
///     fn site() -> Router with [
///         security_headers()
///             .set("content-security-policy", "default-src 'self' https://cdn.example.com")
///             .without("x-download-options"),
///     ] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::new(axum::body::Body::empty());
/// #     let response = site().oneshot(request).await.unwrap();
/// #     let headers = response.headers();
/// #     assert_eq!(headers["content-security-policy"], "default-src 'self' https://cdn.example.com");
/// #     assert_eq!(headers["x-frame-options"], "SAMEORIGIN");
/// #     assert!(!headers.contains_key("x-download-options"));
/// # }
/// ```
pub fn security_headers() -> SecurityHeaders {
    let defaults = DEFAULTS.map(|(name, value)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        )
    });
    SecurityHeaders {
        headers: Arc::new(defaults.to_vec()),
    }
}

/// The middleware that [`security_headers`] returns.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct SecurityHeaders {
    headers: Arc<Vec<(HeaderName, HeaderValue)>>,
}

impl SecurityHeaders {
    /// Replaces the value of a header, or adds another header, such as `permissions-policy`.
    ///
    /// # Panics
    ///
    /// Panics if the name or the value is not valid in a header.
    #[track_caller]
    pub fn set(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let (name, value) = (name.as_ref(), value.as_ref());
        let header = name.parse().ok().zip(value.parse().ok());
        assert!(header.is_some(), "`{name}: {value}` is not a valid header");
        self.remove(name);
        Arc::make_mut(&mut self.headers).extend(header);
        self
    }

    /// Leaves out a header.
    ///
    /// # Panics
    ///
    /// Panics if the header is not set, so that no misspelled name is overlooked.
    #[track_caller]
    pub fn without(mut self, name: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        assert!(
            self.remove(name),
            "`security_headers` sets no header `{name}`\nwrite the name of one that it sets"
        );
        self
    }

    /// Removes a header, and returns whether there was one.
    fn remove(&mut self, name: &str) -> bool {
        let headers = Arc::make_mut(&mut self.headers);
        let before = headers.len();
        headers.retain(|(other, _)| !other.as_str().eq_ignore_ascii_case(name));
        headers.len() < before
    }
}

impl Provides for SecurityHeaders {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for SecurityHeaders {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        let mut response = next.run(req).await;
        let headers = response.headers_mut();
        headers.reserve(self.headers.len());
        for (name, value) in &*self.headers {
            if let Entry::Vacant(entry) = headers.entry(name) {
                entry.insert(value.clone());
            }
        }
        response
    }
}

plain_layer!(SecurityHeaders);
