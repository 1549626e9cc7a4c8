//! `reject_cross_site`, a guard against requests that pages of other sites make.

use std::sync::Arc;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderName, HeaderValue, Method, header};

use super::{host::host, origin::Origin, plain_layer::plain_layer};
use crate::{
    chain::{Chain, Middleware, Next, Provides},
    error::HttpError,
};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Returns a middleware that rejects unsafe requests from pages of other origins with a 403.
///
/// A browser sends the user's cookies with a form, and with the handshake of a WebSocket, whichever page it is on. CORS
/// prevents that page from reading the response, but the handler runs. This middleware prevents it from running, without
/// tokens in forms. It decides as the
/// [`CrossOriginProtection`](https://pkg.go.dev/net/http#CrossOriginProtection) of Go 1.25, by headers that pages cannot set:
///
/// 1. `GET`, `HEAD` and `OPTIONS` pass, unless they have an `Upgrade` header, as the handshake of a WebSocket does.
///    So handlers of these methods must not change anything.
/// 2. If the request has [`Sec-Fetch-Site`](https://www.w3.org/TR/fetch-metadata/), `same-origin` and `none` pass. `same-site`
///    and `cross-site` are rejected.
/// 3. If not, `Origin` must have the host of the request. Its scheme is not compared: the application may not know its own.
/// 4. Without both, the request passes, since it is not from a browser. An empty header is the same as none.
///
/// What 2 and 3 reject passes from a [trusted origin](RejectCrossSite::trust_origin). The host of the request is what
/// [`host`](crate::host()) returns.
///
/// `Origin: null` is rejected by 3. A browser sends it for a sandboxed frame, and also for a form of your own page if
/// that page has `Referrer-Policy: no-referrer`, which [`security_headers`](crate::security_headers()) sets by default. By HTTPS
/// or on `localhost`, 2 accepts the form. For a site over plain HTTP, and for Safari before 16.4, which has no `Sec-Fetch-Site`,
/// write `security_headers().set("referrer-policy", "same-origin")`.
///
/// List it inside a CORS middleware, and trust the origins that CORS allows. Outside of a [`Cors`](crate::Cors), or of
/// [`proxy_headers`](crate::proxy_headers()), it does not compile.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{app, reject_cross_site};
///
/// app! {
///     fn site() -> Router with [reject_cross_site().trust_origin("https://admin.example.com")] {
///         POST "/transfer" => async || "done",
///         // An identity provider posts a form to it.
///         POST "/callback" => async || "welcome" without [reject_cross_site],
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     for (path, origin, status) in [
/// #         ("/transfer", "https://example.com", 200),
/// #         ("/transfer", "https://admin.example.com", 200),
/// #         ("/transfer", "https://evil.com", 403),
/// #         ("/callback", "https://id.example.net", 200),
/// #     ] {
/// #         let request = concentric::Request::post(path).header("host", "example.com").header("origin", origin);
/// #         let request = request.body(axum::body::Body::empty()).unwrap();
/// #         assert_eq!(site().oneshot(request).await.unwrap().status(), status);
/// #     }
/// # }
/// ```
pub fn reject_cross_site() -> RejectCrossSite {
    RejectCrossSite {
        trusted: Arc::new(Vec::new()),
    }
}

/// The middleware that [`reject_cross_site`] returns.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct RejectCrossSite {
    trusted: Arc<Vec<Origin<'static>>>,
}

impl RejectCrossSite {
    /// Accepts requests from pages of this origin, too: `https://admin.example.com`, or `http://localhost:5173`.
    ///
    /// # Panics
    ///
    /// Panics if it is not a scheme and a host, perhaps with a port. An origin has no path, so no slash at its end.
    #[track_caller]
    pub fn trust_origin(mut self, origin: impl AsRef<str>) -> Self {
        let text = origin.as_ref();
        let origin = Origin::parse(text).map(Origin::into_owned);
        assert!(
            origin.is_some(),
            "`{text}` is not an origin\nwrite: https://example.com, without a path or a slash at its end"
        );
        Arc::make_mut(&mut self.trusted).extend(origin);
        self
    }

    /// Returns whether a request must not run.
    fn rejects(&self, req: &Request) -> bool {
        let headers = req.headers();
        let is_safe = matches!(*req.method(), Method::GET | Method::HEAD | Method::OPTIONS);
        if is_safe && !headers.contains_key(header::UPGRADE) {
            return false;
        }
        let value = |name| headers.get(name).filter(|value| !value.is_empty());
        let origin = value(header::ORIGIN);
        let site = value(SEC_FETCH_SITE).map(HeaderValue::as_bytes);
        match site {
            Some(b"same-origin" | b"none") => return false,
            None if origin.is_none() => return false,
            _ => {}
        }
        let origin = origin.and_then(|origin| Origin::parse(origin.to_str().ok()?));
        let Some(origin) = origin else {
            return true;
        };
        let is_own = || host(req).is_some_and(|host| origin.is_of(host));
        !(self.trusted.contains(&origin) || site.is_none() && is_own())
    }
}

impl Provides for RejectCrossSite {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for RejectCrossSite {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        if self.rejects(&req) {
            return HttpError::forbidden("cross-site request").into_response();
        }
        next.run(req).await
    }
}

plain_layer!(RejectCrossSite);
