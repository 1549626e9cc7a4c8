//! `host`, which returns the host that a request is for.

use std::{borrow::Cow, fmt, net::Ipv6Addr};

use axum::extract::FromRequestParts;
use http::{Extensions, HeaderMap, Uri, header, request::Parts};

use crate::error::HttpError;

/// Returns the host that a request is for, if it has a valid one.
///
/// It is the authority of the request's URI, which HTTP/2 and the absolute form of HTTP/1 have, or else the `Host` header
/// ([RFC 9112, section 3.2](https://www.rfc-editor.org/rfc/rfc9112#section-3.2)). A request with several `Host` headers has
/// no valid host, and neither has one with user information or with a character that no name has. A dot at the end of the
/// name is removed, since `example.com.` is the same host.
///
/// Inside of [`proxy_headers`](crate::proxy_headers()) with the option `host`, it is the host that the proxy names.
///
/// The client chooses the host: list [`trusted_hosts`](crate::trusted_hosts) before you build a URL with it.
///
/// # Examples
///
/// ```
/// use concentric::{Next, Request, Response, host, middleware};
///
/// #[middleware]
/// async fn log_host(req: Request, next: Next) -> Response {
///     if let Some(host) = host(&req) {
///         tracing::info!("{}, port {:?}", host.name(), host.port());
///     }
///     next.run(req).await
/// }
/// # let request = axum::http::Request::get("/").header("host", "Example.com:8000").body(()).unwrap();
/// # assert_eq!(host(&request).unwrap().name(), "example.com");
/// ```
///
/// A handler takes a [`Host`] as an argument.
#[must_use]
pub fn host<R: RequestHead>(req: &R) -> Option<Host<'_>> {
    if let Some(ForwardedHost(host)) = req.extensions().get() {
        return Some(host.borrowed());
    }
    if let Some(authority) = req.uri().authority() {
        return Host::parse(authority.as_str());
    }
    let mut values = req.headers().get_all(header::HOST).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    Host::parse(value.to_str().ok()?)
}

/// The host that a trusted proxy names, in the extensions of a request. No client can set it.
#[derive(Clone)]
pub(super) struct ForwardedHost(pub(super) Host<'static>);

/// A valid host: a name or an IP address, and perhaps a port.
///
/// It displays as it is written in a URL. As the argument of a handler, it is the host that [`host`] returns. Without a
/// valid one, the response is a 400.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{Host, app};
///
/// async fn greet(host: Host<'static>) -> String {
///     let tenant = host.name().strip_suffix(".example.com");
///     format!("Hello, {}!", tenant.unwrap_or("stranger"))
/// }
///
/// app! {
///     fn site() -> Router {
///         GET "/" => greet,
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::get("http://acme.example.com/").body(axum::body::Body::empty()).unwrap();
/// #     let body = site().oneshot(request).await.unwrap().into_body();
/// #     assert_eq!(axum::body::to_bytes(body, 100).await.unwrap(), "Hello, acme!");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host<'a> {
    name: Cow<'a, str>,
    port: Option<u16>,
}

impl<'a> Host<'a> {
    /// Parses `name`, `name:port`, `[IPv6]` or `[IPv6]:port`. An empty port is the same as no port, and a dot at the end of
    /// the name is the root of all names.
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let name_end = text.find(']').map_or(0, |bracket| bracket + 1);
        let name_end = text[name_end..]
            .find(':')
            .map_or(text.len(), |colon| name_end + colon);
        let (name, port) = text.split_at(name_end);
        let port = match port.get(1..).unwrap_or_default() {
            "" => None,
            // `parse` alone would take a sign.
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Some(digits.parse().ok()?)
            }
            _ => return None,
        };
        let without_root = name.strip_suffix('.').filter(|name| !name.ends_with(']'));
        let name = without_root.unwrap_or(name);
        is_valid_name(name).then(|| Self {
            name: lower_case(name),
            port,
        })
    }

    /// Returns the name or the IP address in lower case, without the port. An IPv6 address is in brackets.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the port, if the request states one.
    #[must_use]
    pub fn port(&self) -> Option<u16> {
        self.port
    }

    pub(super) fn without_port(self) -> Self {
        Self { port: None, ..self }
    }

    fn borrowed(&self) -> Host<'_> {
        Host {
            name: Cow::Borrowed(&self.name),
            port: self.port,
        }
    }

    pub(super) fn into_owned(self) -> Host<'static> {
        Host {
            name: Cow::Owned(self.name.into_owned()),
            port: self.port,
        }
    }
}

impl fmt::Display for Host<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

impl<S: Sync> FromRequestParts<S> for Host<'static> {
    type Rejection = HttpError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, HttpError> {
        host(parts).map(Host::into_owned).ok_or_else(invalid_host)
    }
}

/// The head of a request, which [`host`] reads: a request, or its parts.
///
/// ```
/// let (parts, ()) = axum::http::Request::get("http://example.com/").body(())?.into_parts();
/// assert_eq!(concentric::host(&parts).unwrap().to_string(), "example.com");
/// # Ok::<(), axum::http::Error>(())
/// ```
pub trait RequestHead: private::Sealed {
    /// Returns the URI of the request.
    fn uri(&self) -> &Uri;

    /// Returns the headers of the request.
    fn headers(&self) -> &HeaderMap;

    /// Returns the extensions of the request.
    fn extensions(&self) -> &Extensions;
}

impl<B> RequestHead for http::Request<B> {
    fn uri(&self) -> &Uri {
        self.uri()
    }

    fn headers(&self) -> &HeaderMap {
        self.headers()
    }

    fn extensions(&self) -> &Extensions {
        self.extensions()
    }
}

impl RequestHead for Parts {
    fn uri(&self) -> &Uri {
        &self.uri
    }

    fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    fn extensions(&self) -> &Extensions {
        &self.extensions
    }
}

mod private {
    pub trait Sealed {}
    impl<B> Sealed for http::Request<B> {}
    impl Sealed for http::request::Parts {}
}

/// Returns the error of a request without a valid or allowed host.
pub(super) fn invalid_host() -> HttpError {
    HttpError::bad_request("invalid host header")
}

/// Returns whether a text is an IPv6 address in brackets, or labels of a name or an IPv4 address, without a dot at the end.
///
/// RFC 3986 allows more, such as `%` and `;`, which no browser sends.
pub(super) fn is_valid_name(name: &str) -> bool {
    match name.strip_prefix('[') {
        Some(rest) => rest
            .strip_suffix(']')
            .is_some_and(|address| address.parse::<Ipv6Addr>().is_ok()),
        None => {
            let is_name_byte =
                |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            let is_label = |label: &str| !label.is_empty() && label.bytes().all(is_name_byte);
            name.split('.').all(is_label)
        }
    }
}

fn lower_case(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}
