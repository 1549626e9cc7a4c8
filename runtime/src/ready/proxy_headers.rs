//! `ProxyHeaders`, the headers in which a proxy says what the client asked it for.

use http::{HeaderMap, HeaderName};

use super::host::{Host, RequestHead};

const FORWARDED: HeaderName = HeaderName::from_static("forwarded");
const X_FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The headers in which a proxy says which host and scheme the client used.
///
/// Name the headers that your proxy sets on each request. A client can send any other header itself, and all of them
/// if it reaches the application without the proxy.
///
/// If a header has several values, the last one counts, which the nearest proxy added. Behind a chain of proxies, have the
/// nearest one pass on what the others say.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{ProxyHeaders, app, https_redirect};
///
/// app! {
///     fn site() -> Router with [https_redirect().behind_proxy(ProxyHeaders::XForwarded)] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # let _ = site();
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProxyHeaders {
    /// `Forwarded`, as in [RFC 7239](https://www.rfc-editor.org/rfc/rfc7239): `host=example.com;proto=https`.
    Forwarded,
    /// `X-Forwarded-Host` and `X-Forwarded-Proto`, which most proxies set.
    XForwarded,
}

impl ProxyHeaders {
    /// Returns the host that the proxy names, if it names a valid one.
    ///
    /// ```
    /// use concentric::ProxyHeaders;
    ///
    /// let request = axum::http::Request::get("/")
    ///     .header("host", "10.0.0.7:8000")
    ///     .header("x-forwarded-host", "example.com")
    ///     .body(())?;
    /// assert_eq!(ProxyHeaders::XForwarded.host(&request).unwrap().name(), "example.com");
    /// assert!(ProxyHeaders::Forwarded.host(&request).is_none());
    /// # Ok::<(), axum::http::Error>(())
    /// ```
    #[must_use]
    pub fn host<R: RequestHead>(self, req: &R) -> Option<Host<'_>> {
        Host::parse(self.value(req.headers(), "host", &X_FORWARDED_HOST)?)
    }

    /// Returns whether the proxy says that the client used HTTPS.
    #[must_use]
    pub fn is_https<R: RequestHead>(self, req: &R) -> bool {
        let proto = self.value(req.headers(), "proto", &X_FORWARDED_PROTO);
        proto.is_some_and(|proto| {
            proto.eq_ignore_ascii_case("https") || proto.eq_ignore_ascii_case("wss")
        })
    }

    /// Returns the last value of a parameter of `Forwarded`, or of the header that stands for it.
    fn value<'a>(
        self,
        headers: &'a HeaderMap,
        parameter: &str,
        header: &HeaderName,
    ) -> Option<&'a str> {
        let header = match self {
            Self::Forwarded => &FORWARDED,
            Self::XForwarded => header,
        };
        let line = headers.get_all(header).iter().next_back()?.to_str().ok()?;
        if self == Self::XForwarded {
            return line.rsplit(',').next().map(str::trim);
        }
        // No host and no scheme needs an escape.
        let element = split_unquoted(line, ',')
            .last()
            .filter(|_| !line.contains('\\'))?;
        let mut pairs = split_unquoted(element, ';').filter_map(|pair| pair.split_once('='));
        let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case(parameter))?;
        Some(value.trim().trim_matches('"'))
    }
}

/// Splits a text at the separators that are not in quotes.
fn split_unquoted(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    text.split(move |char| {
        is_quoted ^= char == '"';
        char == separator && !is_quoted
    })
}
