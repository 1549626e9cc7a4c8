//! `by_host`, which chooses an application by the host of the request.

use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{Router, extract::Request, response::Response};
use tower::{Service, ServiceExt, util::Oneshot};

use super::{host::host, host_pattern::HostPattern};

/// Returns a router that leads each request to the application of its host.
///
/// A pattern is a host or `*.` and a host, as in [`trusted_hosts`](crate::trusted_hosts), but not `*`. The first one that
/// matches decides. A request for any other host, or without a valid one, goes to `other`. The host is what
/// [`host`](crate::host()) returns, and its port is ignored.
///
/// Behind a proxy that names the host, add `.layer(proxy_headers(..))` to this router, and list
/// [`proxy_headers`](crate::proxy_headers()) in none of the applications.
///
/// Each application has its own lists, state and fallback. A [`Host`](crate::Host) as the argument of a handler tells which
/// subdomain the request is for.
///
/// # Panics
///
/// Panics if a pattern is neither a host nor `*.` and a host, for example because it has a scheme, a port or a dot at its
/// end. Panics if no request can reach an application, because an earlier pattern matches all its hosts.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{app, by_host};
///
/// app! { fn admin() -> Router { GET "/" => async || "admin" } }
/// app! { fn tenant() -> Router { GET "/" => async || "tenant" } }
/// app! { fn site() -> Router { GET "/" => async || "site" } }
///
/// fn hosts() -> Router {
///     by_host([("admin.example.com", admin()), ("*.example.com", tenant())], site())
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     for (host, body) in [("admin.example.com", "admin"), ("a.example.com:8000", "tenant"), ("example.com", "site")] {
/// #         let request = concentric::Request::get("/").header("host", host);
/// #         let request = request.body(axum::body::Body::empty()).unwrap();
/// #         let response = hosts().oneshot(request).await.unwrap();
/// #         assert_eq!(axum::body::to_bytes(response.into_body(), 100).await.unwrap(), body);
/// #     }
/// # }
/// ```
#[track_caller]
pub fn by_host<P: AsRef<str>>(
    apps: impl IntoIterator<Item = (P, Router)>,
    other: Router,
) -> Router {
    let mut by_pattern: Vec<(HostPattern, Router)> = Vec::new();
    for (pattern, app) in apps {
        let text = pattern.as_ref();
        let pattern = HostPattern::new(text);
        let mut earlier = by_pattern.iter();
        assert!(
            !earlier.any(|(earlier, _)| earlier.covers(&pattern)),
            "no request reaches the application for `{text}`, because an earlier host matches\n\
             write it before that one"
        );
        by_pattern.push((pattern, app));
    }
    Router::new().fallback_service(ByHost {
        apps: by_pattern.into(),
        other,
    })
}

/// The service that chooses an application.
#[derive(Clone)]
struct ByHost {
    apps: Arc<[(HostPattern, Router)]>,
    other: Router,
}

impl Service<Request> for ByHost {
    type Response = Response;
    type Error = Infallible;
    type Future = Oneshot<Router, Request>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, req: Request) -> Self::Future {
        let app = host(&req).and_then(|host| {
            let mut apps = self.apps.iter();
            apps.find(|(pattern, _)| pattern.matches(host.name()))
        });
        let app = app.map_or(&self.other, |(_, app)| app);
        app.clone().oneshot(req)
    }
}
