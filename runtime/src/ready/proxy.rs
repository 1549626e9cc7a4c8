//! `proxy_headers`, which takes the scheme and the host of a request from the headers of a proxy.

use axum::{extract::Request, response::Response};
use concentric_macros::middleware;
use http::{HeaderMap, HeaderName, header::FORWARDED, uri::Scheme};

use super::{
    forwarded::{Element, last_element},
    host::{ForwardedHost, Host},
};
use crate::{chain::Next, error::HttpError};

const X_FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const X_FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// Takes the scheme of a request, and the host if asked to, from the headers that the proxy in front sets.
///
/// [`https_redirect`](crate::https_redirect()) reads the scheme. [`host`](crate::host()), the argument
/// [`Host`](crate::Host), [`trusted_hosts`](crate::trusted_hosts), [`reject_cross_site`](crate::reject_cross_site()) and
/// [`by_host`](crate::by_host) read the host. List it outside of them: in the other order, the list does not compile. For
/// several applications, add it as a layer: `by_host(..).layer(proxy_headers(..))`.
///
/// Enable a header only if your proxy sets it on every request. Proxies forward all others unchanged. A client that reaches
/// the application without the proxy can send all of them.
///
/// | proxy | sets | entry |
/// | --- | --- | --- |
/// | AWS load balancers, Heroku, and nginx with `proxy_set_header X-Forwarded-Proto $scheme` | `X-Forwarded-Proto`, and passes on `Host` | `proxy_headers(ProxyHeaders::XForwarded)` |
/// | Caddy, Traefik, Apache's `ProxyPass` with `RequestHeader set X-Forwarded-Proto` | `X-Forwarded-Host`, too | `proxy_headers(ProxyHeaders::XForwarded).host(true)` |
/// | a proxy that adds its element to `Forwarded` | `Forwarded` | `proxy_headers(ProxyHeaders::Forwarded)`, with `.host(true)` if the element has a `host` |
///
/// - If a header has several values, the last one counts, which the nearest proxy added. Behind a chain of proxies, have the
///   nearest one pass on what the others say.
/// - Without a header of the scheme, the request is over HTTP. Without one of the host, the host is that of the request.
/// - A header that is not valid is a 400. It never falls back to the host of the request.
/// - The headers `Forwarded`, `X-Forwarded-Host` and `X-Forwarded-Proto` that the entry does not read are removed, so that no
///   inner code takes them for the proxy's.
/// - The scheme is also in the request's extensions, as an [`http::uri::Scheme`].
///
/// The client's address is not read: the crate [`axum-client-ip`](https://docs.rs/axum-client-ip) has extractors for it. See
/// the [table](crate::guide::ready#protect).
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
/// #     for (proto, status) in [("https", 200), ("http", 307), ("ftp", 400)] {
/// #         let request = concentric::Request::get("/").header("host", "example.com");
/// #         let request = request.header("x-forwarded-proto", proto).header("x-forwarded-host", "evil.com");
/// #         let request = request.body(axum::body::Body::empty()).unwrap();
/// #         assert_eq!(site().oneshot(request).await.unwrap().status(), status);
/// #     }
/// # }
/// ```
#[middleware(crate = crate)]
pub async fn proxy_headers(
    #[config] headers: &ProxyHeaders,
    /// Sets whether the proxy names the host, too. The default is `false`: many proxies pass on the `X-Forwarded-Host` of the
    /// client.
    #[config(default = false)]
    host: &bool,
    mut req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    let read = headers.read(req.headers(), *host);
    let (scheme, named) = read.ok_or_else(|| HttpError::bad_request("invalid proxy headers"))?;
    headers.remove_others(req.headers_mut(), *host);
    req.extensions_mut().insert(scheme);
    if let Some(host) = named {
        req.extensions_mut().insert(ForwardedHost(host));
    }
    Ok(next.run(req).await)
}

/// The headers in which a proxy says which scheme and host the client used.
///
/// See [`proxy_headers`](crate::proxy_headers()).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProxyHeaders {
    /// `Forwarded`, as in [RFC 7239](https://www.rfc-editor.org/rfc/rfc7239): `host=example.com;proto=https`.
    Forwarded,
    /// `X-Forwarded-Proto` and `X-Forwarded-Host`, which most proxies set.
    XForwarded,
}

impl ProxyHeaders {
    /// Returns the scheme, and the host if it is asked for and the proxy names it. Returns `None` if a header is not valid.
    fn read(self, headers: &HeaderMap, host: bool) -> Option<(Scheme, Option<Host<'static>>)> {
        let last_line = |name| {
            let line = headers.get_all(name).iter().next_back()?;
            // What is not ASCII is as invalid as an empty line.
            Some(line.to_str().unwrap_or_default())
        };
        let last_value = |name| {
            let line = last_line(name)?;
            Some(
                line.rsplit_once(',')
                    .map_or(line, |(_, value)| value)
                    .trim(),
            )
        };
        let element = match self {
            Self::Forwarded => {
                last_line(FORWARDED).map_or(Some(Element::default()), last_element)?
            }
            Self::XForwarded => Element {
                proto: last_value(X_FORWARDED_PROTO),
                host: last_value(X_FORWARDED_HOST),
            },
        };
        let scheme = element.proto.map_or(Some(Scheme::HTTP), scheme)?;
        let host = match element.host {
            Some(named) if host => Some(Host::parse(named)?.into_owned()),
            _ => None,
        };
        Some((scheme, host))
    }

    /// Removes the headers that are not read.
    fn remove_others(self, headers: &mut HeaderMap, host: bool) {
        if self == Self::Forwarded {
            headers.remove(X_FORWARDED_PROTO);
        } else {
            headers.remove(FORWARDED);
        }
        if self == Self::Forwarded || !host {
            headers.remove(X_FORWARDED_HOST);
        }
    }
}

/// Returns the scheme of a name. The ones of WebSockets mean the same.
fn scheme(name: &str) -> Option<Scheme> {
    let is = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is(&["https", "wss"]) {
        Some(Scheme::HTTPS)
    } else {
        is(&["http", "ws"]).then_some(Scheme::HTTP)
    }
}
