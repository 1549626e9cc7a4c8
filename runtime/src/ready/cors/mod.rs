//! `Cors`, which allows the pages of other origins to use an application.

mod handle;
mod list;
mod options;
mod origins;

use http::HeaderValue;

use self::origins::Origins;

/// A middleware that allows pages of other origins to use the application, by the CORS protocol of the
/// [Fetch standard](https://fetch.spec.whatwg.org/#http-cors-protocol).
///
/// It answers preflight requests, also for unmatched paths and methods. It adds headers to all other responses to a request
/// with an `Origin`, also to errors. A panic of an inner middleware or of the handler becomes a 500, whether the request has an
/// `Origin` or not. Without one, the response gets only `Vary: Origin`.
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
/// A preflight request that asks for more than is allowed gets a 400 that names what is rejected:
/// `Disallowed CORS origin, method, headers`. It is an [`HttpError`](crate::HttpError) for outer middleware. An `OPTIONS`
/// request without `Access-Control-Request-Method` is not a preflight request and runs the inner middleware.
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
/// List it for the application, or for a scope that has all routes of a path. In the list of a single route, it does not get
/// the preflight requests for that path, which are a 405:
///
/// ```
/// # use axum::Router;
/// # use concentric::{Cors, app};
/// app! {
///     fn api() -> Router {
///         // In place of `GET "/price" => async || "7" with [Cors::any_origin()]`
///         scope "/price" with [Cors::any_origin()] {
///             GET "/" => async || "7",
///         }
///     }
/// }
/// # use axum::{body::Body, http::Request};
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = Request::options("/price")
/// #         .header("origin", "https://example.com")
/// #         .header("access-control-request-method", "GET")
/// #         .body(Body::empty())
/// #         .unwrap();
/// #     assert_eq!(api().oneshot(request).await.unwrap().status(), 200);
/// # }
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
///
/// # Caches
///
/// `Origin` is merged into the `Vary` of a response, unless the response allows any origin by a `*`. So no cache returns the
/// response to a request without an `Origin`, which has no CORS headers, to a page of an allowed origin
/// ([Fetch standard](https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches)). With [`any_header`](Self::any_header), the
/// `Vary` of a preflight response also names `Access-Control-Request-Headers`.
///
/// # Compared with Starlette
///
/// The options, the defaults and the responses are those of the `CORSMiddleware` of Starlette 0.47.3. These differ:
///
/// - `Vary` names the origin for a rejected origin and without an `Origin`, too, and the headers that `any_header` allows.
///   Starlette 1.10 also names the origin beside a `*`, and three more headers in a preflight response.
/// - A pattern has a `*` in place of a regular expression, and an origin that no browser sends panics.
/// - With [`any_origin`](Self::any_origin) and credentials, a request without a cookie gets its origin in place of a `*`, as in
///   Starlette 1.10. Without credentials, a request with a cookie gets its origin, and a `*` in Starlette 1.10.
/// - [`any_method`](Self::any_method) does not include `QUERY`, which Starlette 1.10 does. [List](Self::methods) it.
/// - `Access-Control-Request-Private-Network`, for which Starlette 1.10 has an option, is ignored.
#[derive(Clone, Debug)]
#[must_use = "a middleware runs only in a list"]
pub struct Cors {
    origins: Origins,
    credentials: bool,
    methods: HeaderValue,
    /// The allowed headers, or `None` for any.
    headers: Option<HeaderValue>,
    exposed: Option<HeaderValue>,
    max_age: HeaderValue,
}
