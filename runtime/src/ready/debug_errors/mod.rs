//! `debug_errors`, which shows what an error is during development.

mod page;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, header};

use crate::{
    chain::{Chain, Middleware, Next, Provides},
    debug::opaque_debug,
    error::remember_origins,
    routes::RouteTable,
};

/// Returns a middleware that answers each error of a 5xx with a page that shows what is known about it.
///
/// It is for development only: the page shows what no client must see. It panics in a release build, so list it with a
/// condition:
///
/// ```
/// use axum::Router;
/// use concentric::{HttpError, app, debug_errors};
///
/// async fn read() -> Result<String, HttpError> {
///     Ok(std::fs::read_to_string("no/such/file")?)
/// }
///
/// app! {
///     fn site() -> Router with [debug_errors(site::ROUTES) if cfg!(debug_assertions)] {
///         GET "/" => read,
///     }
/// }
/// # use axum::body::{Body, to_bytes};
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::new(Body::empty());
/// #     let response = site().oneshot(request).await.unwrap();
/// #     assert_eq!(response.status(), 500);
/// #     let body = to_bytes(response.into_body(), 10000).await.unwrap();
/// #     assert!(body.starts_with(b"500 Internal Server Error"));
/// #     assert!(String::from_utf8_lossy(&body).contains("std::io::error::Error: "));
/// # }
/// ```
///
/// The page shows:
///
/// - the status and the detail;
/// - the type of the source if `?`, [`internal`](crate::HttpError::internal) or
///   [`with_source`](crate::HttpError::with_source) took it unboxed, its message, and those of its causes;
/// - the place of that call unless it is in std, as that of `.map_err(HttpError::internal)`, or the place and the message of
///   a panic;
/// - the source as `Debug` prints it, which has the backtrace of an `anyhow::Error`;
/// - the row of the route and the middleware that run for it, as [`RouteTable::explain`] prints them;
/// - a backtrace if the environment variable `RUST_BACKTRACE` is `1`.
///
/// It is HTML if the `Accept` of the request contains `text/html`, as that of a browser, and otherwise plain text. The HTML has
/// no scripts and loads nothing.
///
/// The error stays an error for outer middleware, with its status and its headers. It is still logged. Without
/// `debug_errors`, a panic that no other middleware catches closes the connection.
///
/// List it outside of [`problem_details`](crate::problem_details()), which would replace the page, and of
/// [`map_source`](crate::map_source), which changes the status on the page. List it inside of
/// [`after_response`](crate::after_response()). The other orders do not compile.
///
/// It remembers the origins of all errors of the process, and adds to the panic hook.
///
/// # Panics
///
/// Panics in a build without `debug_assertions`, such as a release build. [`DebugErrors::even_in_release`] does not.
#[track_caller]
#[allow(
    clippy::assertions_on_constants,
    reason = "the constant differs between builds"
)]
pub fn debug_errors(routes: &'static RouteTable) -> DebugErrors {
    assert!(
        cfg!(debug_assertions),
        "`debug_errors` shows secrets to clients, so it is not for a release build: \
         add `if cfg!(debug_assertions)` to the entry, or write `DebugErrors::even_in_release(..)`"
    );
    DebugErrors::even_in_release(routes)
}

/// The middleware that [`debug_errors`] returns.
#[must_use = "a middleware runs only in a list"]
pub struct DebugErrors {
    routes: &'static RouteTable,
}

impl DebugErrors {
    /// Returns the middleware of [`debug_errors`], in a release build, too.
    ///
    /// Whoever can send a request that fails reads the page. List it only where no stranger can.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric::{DebugErrors, app};
    ///
    /// app! {
    ///     fn site(is_staging: bool) -> axum::Router with [
    ///         DebugErrors::even_in_release(site::ROUTES) if is_staging,
    ///     ] {
    ///         GET "/" => async || "Hello",
    ///     }
    /// }
    /// # let _ = site(true);
    /// ```
    pub fn even_in_release(routes: &'static RouteTable) -> Self {
        remember_origins();
        Self { routes }
    }
}

impl Provides for DebugErrors {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for DebugErrors {
    async fn handle<'a, E: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, E>) -> Response {
        let mut accepted = req.headers().get_all(header::ACCEPT).iter();
        let is_html = accepted.any(|types| {
            types
                .to_str()
                .is_ok_and(|types| types.contains("text/html"))
        });
        let (method, uri) = (req.method().clone(), req.uri().clone());
        let error = match next.try_run(req).await {
            Ok(response) => return response,
            Err(error) if error.status().is_server_error() => error,
            Err(error) => return error.into_response(),
        };
        let route = self.routes.explain(method.as_str(), uri.path());
        let text = page::text(&error, &route);
        let (page, kind) = if is_html {
            (page::html(&text), "text/html; charset=utf-8")
        } else {
            (text, "text/plain; charset=utf-8")
        };
        error
            .with_body(page, HeaderValue::from_static(kind))
            .with_header(header::VARY, HeaderValue::from_static("accept"))
            .into_response()
    }
}

opaque_debug! {
    DebugErrors,
}
