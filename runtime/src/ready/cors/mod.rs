//! `Cors`, which allows the pages of other origins to use an application.

mod answer;
mod names;
mod options;
mod origins;
mod vary;

use http::{HeaderValue, Method};

use self::{names::Names, origins::Origins};

/// A middleware that allows pages of other origins to use the application, by the CORS protocol of the
/// [Fetch standard](https://fetch.spec.whatwg.org/#http-cors-protocol).
///
/// It answers preflight requests, also for unmatched paths and methods. It adds headers to all other responses to a request
/// with an `Origin`: also to errors, and to the 500 of a panic. A response to a request without one gets only `Vary: Origin`,
/// so that no [cache](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches) uses it for a request with one.
///
/// | option | default |
/// | --- | --- |
/// | [`origins`](Self::origins), [`any_origin`](Self::any_origin), [`origin_if`](Self::origin_if) | no origin is allowed |
/// | [`credentials`](Self::credentials) | `false` |
/// | [`methods`](Self::methods), [`any_method`](Self::any_method) | `GET` |
/// | [`headers`](Self::headers), [`any_header`](Self::any_header) | `Accept`, `Accept-Language`, `Content-Language`, `Content-Type` |
/// | [`expose`](Self::expose) | no header |
/// | [`max_age`](Self::max_age) | 600 seconds |
///
/// The options, the defaults and the responses are those of Starlette's `CORSMiddleware`:
///
/// - A preflight request that asks for more than is allowed gets a 400 that says what is refused:
///   `Disallowed CORS origin, method, headers`. It is an [`HttpError`](crate::HttpError) for outer middleware.
/// - An `OPTIONS` request without `Access-Control-Request-Method` is no preflight request and runs the inner middleware.
/// - `Vary: Origin` is merged into the `Vary` of the response, except where the response allows any origin by a `*`.
///
/// CORS does not protect against CSRF: a page of any origin can send a form or open a WebSocket with the user's cookies.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{Cors, app};
///
/// app! {
///     fn api() -> Router
///     with [
///         Cors::origins(["http://localhost", "http://localhost:8080"])
///             .credentials(true)
///             .any_method()
///             .any_header(),
///     ] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # use concentric::Request;
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = Request::get("/").header("origin", "http://localhost").body(axum::body::Body::empty()).unwrap();
/// #     let response = api().oneshot(request).await.unwrap();
/// #     assert_eq!(response.headers()["access-control-allow-origin"], "http://localhost");
/// # }
/// ```
///
/// A preflight request has no credentials, so authentication must be inside of a `Cors`. With an order rule, the other order
/// does not compile:
///
/// ```
/// # use axum::Router;
/// # use concentric::{Cors, Next, Request, Response, app, middleware};
/// #[middleware(inside(Cors))]
/// async fn authenticate(req: Request, next: Next) -> Response {
///     // ...
///     next.run(req).await
/// }
///
/// app! {
///     fn api() -> Router with [Cors::origins(["https://example.com"]), authenticate] {
///         GET "/" => async || "Hello",
///     }
/// }
/// # let _ = api();
/// ```
///
/// ```compile_fail
/// # use axum::Router;
/// # use concentric::{Cors, Next, Request, Response, app, middleware};
/// # #[middleware(inside(Cors))]
/// # async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
/// app! {
///     fn api() -> Router with [authenticate, Cors::origins(["https://example.com"])] {
///         GET "/" => async || "Hello",
///     }
/// }
/// ```
///
/// It is also a `tower::Layer` for a plain axum router:
///
/// ```
/// use axum::{Router, routing::get};
/// use concentric::Cors;
///
/// let router: Router = Router::new()
///     .route("/", get(|| async { "Hello" }))
///     .layer(Cors::any_origin());
/// ```
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct Cors {
    origins: Origins,
    credentials: bool,
    methods: Names,
    headers: Names,
    exposed: Option<HeaderValue>,
    max_age: HeaderValue,
}

impl Default for Cors {
    fn default() -> Self {
        Self {
            origins: Origins::default(),
            credentials: false,
            methods: Names::methods([Method::GET]),
            headers: Names::headers([""; 0]),
            exposed: None,
            max_age: HeaderValue::from_static("600"),
        }
    }
}
