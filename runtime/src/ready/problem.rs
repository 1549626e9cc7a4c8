//! `problem_details`, which gives all errors the shape of RFC 9457.

use axum::{extract::Request, response::Response};
use concentric_macros::middleware;
use http::{HeaderValue, header};
use serde_json::{Map, Value, json};

use crate::{chain::Next, error::HttpError};

/// Renders each error as [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem details, with the content type
/// `application/problem+json`.
///
/// The members are `title`, which is the reason phrase, `status`, and `detail` if it says more than the title. The
/// members of an object set by [`with_json`](HttpError::with_json) are added, and replace `title` or `detail` if they
/// have that name. A JSON body that is not an object is left as it is.
///
/// An error is what [`Next::try_run`](crate::Next::try_run) returns as an `Err`: an [`HttpError`], a rejection of an extractor, a
/// panic, an error of a tower layer, and a 5xx without a body that a layer made. These stay as they are: a bare `StatusCode` of
/// a handler, a 404 of a mounted service, and a response with a body that a layer made, such as the 413 of
/// `RequestBodyLimitLayer`.
///
/// Headers are kept, and the error is an error for outer middleware, too. A middleware that changes the status, such as
/// [`map_source`](crate::map_source), must be inside of it, since the body repeats the status. It must be inside of
/// [`debug_errors`](crate::debug_errors()) and [`after_response`](crate::after_response()). The other orders do not compile.
///
/// # Examples
///
/// ```
/// use axum::Router;
/// use concentric::{HttpError, app, problem_details};
/// use serde_json::json;
///
/// async fn pay() -> HttpError {
///     HttpError::forbidden("not enough credit").with_json(json!({
///         "type": "https://example.com/out-of-credit",
///         "balance": 30,
///     }))
/// }
///
/// app! {
///     fn site() -> Router with [problem_details] {
///         POST "/pay" => pay,
///     }
/// }
/// # use axum::body::{Body, to_bytes};
/// # use tower::ServiceExt;
/// # #[tokio::main]
/// # async fn main() {
/// #     let request = concentric::Request::post("/pay").body(Body::empty()).unwrap();
/// #     let response = site().oneshot(request).await.unwrap();
/// #     assert_eq!(response.headers()["content-type"], "application/problem+json");
/// #     let body = to_bytes(response.into_body(), 1000).await.unwrap();
/// #     let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
/// #     assert_eq!(body, json!({
/// #         "type": "https://example.com/out-of-credit",
/// #         "title": "Forbidden",
/// #         "status": 403,
/// #         "detail": "not enough credit",
/// #         "balance": 30,
/// #     }));
/// # }
/// ```
#[middleware(crate = crate)]
pub async fn problem_details(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await.map_err(as_problem)
}

/// Renders an error as a problem, unless it has a JSON body of its own that is not an object.
fn as_problem(error: HttpError) -> HttpError {
    let own = match error.own_body().map(serde_json::from_slice) {
        Some(Ok(Value::Object(members))) => members,
        Some(Ok(_)) => return error,
        // The body of a rejection may be HTML.
        Some(Err(_)) | None => Map::new(),
    };
    let title = error.status().canonical_reason().unwrap_or("Error");
    let mut members = Map::new();
    members.insert("title".to_owned(), json!(title));
    if error.detail() != title {
        members.insert("detail".to_owned(), json!(error.detail()));
    }
    members.extend(own);
    members.insert("status".to_owned(), json!(error.status().as_u16()));
    let content_type = HeaderValue::from_static("application/problem+json");
    error
        .with_json(members)
        .with_header(header::CONTENT_TYPE, content_type)
}
