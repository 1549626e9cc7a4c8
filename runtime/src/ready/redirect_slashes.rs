//! `redirect_slashes`, which redirects to the path with or without the trailing slash.

use std::sync::Arc;

use axum::{body::Body, extract::Request, response::Response};
use http::{HeaderValue, Method, StatusCode, Uri, header::LOCATION};

use super::{
    plain_layer::plain_layer,
    redirect::{location, requested_uri},
};
use crate::{
    chain::{Chain, Middleware, Next, Provides},
    debug::opaque_debug,
    error::remove_body_headers,
    routes::{Lookup, RouteInfo, RouteKind, RouteTable},
};

/// Returns a middleware that redirects an unmatched path to the same path with or without a slash at its end, if the
/// application has a route for it.
///
/// The redirect is a 307, which keeps the method, the body and the query, as that of FastAPI's `redirect_slashes`. List it
/// in the application whose table it takes.
///
/// A request is redirected if all of these hold:
///
/// - The response is a 404, and the table has no route for the path. So the 404 of a handler stays, and so does the
///   response of a `fallback` with another status. A 404 of a mounted service is redirected.
/// - The table has a route for the other path, with this method or another one. The routes of a merged router are not in
///   the table, and those under a condition do not count: the table does not know whether it holds.
///
/// The lists of a scope run before the redirect, as for each unmatched path under its prefix. So where `authenticate`
/// rejects a request, it stays rejected. The redirect has the headers of the 404, such as `Set-Cookie`.
///
/// List it inside of a [`Cors`](crate::Cors), since a page may follow the redirect only with the headers of CORS. Outside of it,
/// it does not compile.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{app, redirect_slashes};
///
/// app! {
///     fn site() -> Router with [redirect_slashes(site::ROUTES)] {
///         GET "/items/" => async || "items",
///         GET "/about" => async || "about",
///     }
/// }
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     for (from, to) in [("/items?page=2", "/items/?page=2"), ("/about/", "/about")] {
/// #         let request = concentric::Request::get(from).body(axum::body::Body::empty()).unwrap();
/// #         let response = site().oneshot(request).await.unwrap();
/// #         assert_eq!(response.status(), 307);
/// #         assert_eq!(response.headers()["location"], to);
/// #     }
/// # }
/// ```
pub fn redirect_slashes(routes: &RouteTable) -> RedirectSlashes {
    RedirectSlashes {
        rows: routes.rows(),
        lookup: Arc::new(Lookup::new(routes.rows())),
    }
}

/// The middleware that [`redirect_slashes`] returns.
#[derive(Clone)]
#[must_use = "a middleware runs only in a list"]
pub struct RedirectSlashes {
    rows: &'static [RouteInfo],
    lookup: Arc<Lookup<'static>>,
}

impl RedirectSlashes {
    /// Returns where an unmatched path is redirected to. `path` is the one that the table knows, and `requested` has the
    /// prefix of an outer router, too.
    fn location(&self, method: &Method, path: &str, requested: &Uri) -> Option<HeaderValue> {
        if self.route(method, path).is_some() {
            return None;
        }
        let route = self.route(method, &other_path(path)?)?;
        let mut rows = self
            .rows
            .iter()
            .filter(|row| row.kind() == RouteKind::Route);
        if !rows.any(|row| row.path() == route && row.conditions().is_empty()) {
            return None;
        }
        let other = other_path(requested.path())?;
        // A browser takes both for the beginning of another host.
        if !requested.path().ends_with(path) || other[1..].starts_with(['/', '\\']) {
            return None;
        }
        Some(match requested.query() {
            Some(query) => location(&format!("{other}?{query}")),
            None => location(&other),
        })
    }

    /// Returns the path of the route for a path, which may have other methods.
    fn route(&self, method: &Method, path: &str) -> Option<&'static str> {
        let row = self.lookup.find(method.as_str(), path);
        let is_route = matches!(row.kind(), RouteKind::Route | RouteKind::MethodNotAllowed);
        is_route.then(|| row.path())
    }
}

/// Returns the path with a slash at its end if it has none, and without it otherwise.
fn other_path(path: &str) -> Option<String> {
    match path.strip_suffix('/') {
        Some(shorter) => shorter.starts_with('/').then(|| shorter.to_owned()),
        None => path.starts_with('/').then(|| format!("{path}/")),
    }
}

impl Provides for RedirectSlashes {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for RedirectSlashes {
    async fn handle<'a, C: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, C>) -> Response {
        // Copies nothing: both share the bytes of the request.
        let (method, uri) = (req.method().clone(), req.uri().clone());
        let requested = requested_uri(&req).clone();
        let mut response = next.run(req).await;
        if response.status() != StatusCode::NOT_FOUND {
            return response;
        }
        if let Some(location) = self.location(&method, uri.path(), &requested) {
            *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
            *response.body_mut() = Body::empty();
            remove_body_headers(response.headers_mut());
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}

plain_layer!(RedirectSlashes);

opaque_debug! {
    RedirectSlashes,
}
