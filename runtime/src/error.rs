//! `HttpError`: the one way in which handlers, middleware, extractors and layers fail.

use std::{
    any::Any,
    borrow::Cow,
    error::Error,
    fmt,
    future::Future,
    mem,
    pin::pin,
    sync::{Arc, OnceLock},
    task::{Context, Poll, Waker},
};

use axum::{
    body::{Body, Bytes, HttpBody, to_bytes},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// What tower's layers, and anything else that fails, can be turned into.
pub(crate) type BoxError = Box<dyn Error + Send + Sync>;

/// An error with a status and a detail for the client, and a source that the client never sees.
///
/// As a response it is the status with the JSON body `{"detail": ...}`. `?` turns any
/// [`std::error::Error`] into a 500 that says no more than "Internal Server Error":
///
/// ```
/// use concentric::HttpError;
///
/// async fn balance() -> Result<String, HttpError> {
///     let text = std::fs::read_to_string("balance.txt")?; // a 500
///     if text.is_empty() {
///         return Err(HttpError::not_found("no balance yet"));
///     }
///     Ok(text)
/// }
/// ```
///
/// What is further out reads the source with [`Next::try_run`](crate::Next::try_run), or from the
/// extensions of the response that the error became, where it is found as an `HttpError`.
#[derive(Clone)]
pub struct HttpError(Box<Parts>);

#[derive(Clone)]
struct Parts {
    status: StatusCode,
    detail: Cow<'static, str>,
    headers: HeaderMap,
    source: Option<Arc<dyn Error + Send + Sync>>,
    /// The body and its type of a rejection that has a form of its own, in place of
    /// `{"detail": ...}`.
    body: Option<(Bytes, HeaderValue)>,
    /// `{"detail": ...}`, once it has been written: an error may become a response, and that an error
    /// again, in each middleware on its way out.
    json: OnceLock<Bytes>,
}

/// The constructors of the statuses that middleware answer most.
macro_rules! constructors {
    ($($(#[$docs:meta])* $name:ident = $status:ident;)*) => {
        $(
            $(#[$docs])*
            #[must_use]
            pub fn $name(detail: impl Into<String>) -> Self {
                Self::new(StatusCode::$status, detail)
            }
        )*
    };
}

impl HttpError {
    /// An error with this status, and this detail for the client.
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self::from_parts(status, Cow::Owned(detail.into()), None)
    }

    constructors! {
        /// 400: what the client sent makes no sense.
        bad_request = BAD_REQUEST;
        /// 401: who the client is has to be known first.
        ///
        /// [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized) wants a
        /// `WWW-Authenticate` with it:
        ///
        /// ```
        /// use axum::http::{HeaderValue, header::WWW_AUTHENTICATE};
        /// use concentric::HttpError;
        ///
        /// let error = HttpError::unauthorized("invalid token")
        ///     .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        /// ```
        unauthorized = UNAUTHORIZED;
        /// 403: the client is known, and may not.
        forbidden = FORBIDDEN;
        /// 404: there is no such thing.
        not_found = NOT_FOUND;
        /// 409: it does not go with what is there already.
        conflict = CONFLICT;
        /// 422: the request can be read, and what it says cannot be done.
        unprocessable = UNPROCESSABLE_ENTITY;
        /// 429: too much, too fast.
        too_many_requests = TOO_MANY_REQUESTS;
        /// 503: not now.
        service_unavailable = SERVICE_UNAVAILABLE;
    }

    /// 500 with the detail "Internal Server Error", whatever the source says.
    ///
    /// For what `?` does not take because it is no [`std::error::Error`]: a message, or the error of
    /// `anyhow`.
    #[must_use]
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::caused(StatusCode::INTERNAL_SERVER_ERROR, source.into())
    }

    /// The same error with a source, in place of the one that it had.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// The same error with one more header.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.append(name, value);
        self
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// What the client is told.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The headers of the response, without those that describe the length and the encoding of its
    /// body. Where the error is read from the extensions of a response, they are that response's.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// What caused it. The client is not told.
    #[must_use]
    pub fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.0.source.as_deref()
    }

    /// The body of the response.
    fn body(&self) -> Bytes {
        match &self.0.body {
            Some((body, _)) => body.clone(),
            None => {
                let json = self.0.json.get_or_init(|| {
                    let detail = serde_json::Value::from(&*self.0.detail);
                    format!(r#"{{"detail":{detail}}}"#).into()
                });
                json.clone()
            }
        }
    }

    /// What a panic further in becomes: a 500 whose source has the panic's message.
    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let message = panic
            .downcast_ref::<&str>()
            .copied()
            .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Self::internal(match message {
            Some(message) => format!("panicked: {message}"),
            None => "panicked".to_owned(),
        })
    }

    /// What the error of a tower layer or of a mounted service becomes.
    pub(crate) fn from_service(error: BoxError) -> Self {
        Self::caused(service_status(&*error), error)
    }

    /// An error that says no more than its status.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let reason = status.canonical_reason().unwrap_or("Error");
        Self::from_parts(status, Cow::Borrowed(reason), None)
    }

    fn caused(status: StatusCode, source: BoxError) -> Self {
        Self::of_status(status).with_source(source)
    }

    fn from_parts(
        status: StatusCode,
        detail: Cow<'static, str>,
        source: Option<Arc<dyn Error + Send + Sync>>,
    ) -> Self {
        Self(Box::new(Parts {
            status,
            detail,
            headers: HeaderMap::new(),
            source,
            body: None,
            json: OnceLock::new(),
        }))
    }
}

/// Returns the status for the error of a service: 504 if tower's timeout caused it, 503 if its load
/// shedding did, and otherwise 500.
#[cfg(feature = "tower-errors")]
fn service_status(error: &(dyn Error + 'static)) -> StatusCode {
    use tower::{load_shed::error::Overloaded, timeout::error::Elapsed};

    let mut status = StatusCode::INTERNAL_SERVER_ERROR;
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<Elapsed>() {
            status = StatusCode::GATEWAY_TIMEOUT;
        } else if error.is::<Overloaded>() {
            status = StatusCode::SERVICE_UNAVAILABLE;
        }
        cause = error.source();
    }
    status
}

/// Returns 500: without the feature `tower-errors`, the types of tower's errors are unknown.
#[cfg(not(feature = "tower-errors"))]
fn service_status(_: &(dyn Error + 'static)) -> StatusCode {
    StatusCode::INTERNAL_SERVER_ERROR
}

impl<E: Error + Send + Sync + 'static> From<E> for HttpError {
    fn from(error: E) -> Self {
        Self::internal(error)
    }
}

/// The status and the detail: what the client sees.
impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.status().as_u16(), self.detail())
    }
}

impl fmt::Debug for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpError")
            .field("status", &self.0.status)
            .field("detail", &self.0.detail)
            .field("headers", &self.0.headers)
            .field("source", &self.0.source)
            .finish()
    }
}

impl IntoResponse for HttpError {
    fn into_response(mut self) -> Response {
        let mut response = Response::new(Body::from(self.body()));
        *response.status_mut() = self.0.status;
        *response.headers_mut() = mem::take(&mut self.0.headers);
        let own_type = self.0.body.as_ref().map(|(_, own_type)| own_type.clone());
        response
            .headers_mut()
            .entry(header::CONTENT_TYPE)
            .or_insert_with(|| own_type.unwrap_or(JSON));
        response.extensions_mut().insert(self);
        response
    }
}

/// The type of a body that says no more than the detail.
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Marks a response as the rejection of an extractor, with its status and the length of its body.
#[derive(Clone, Copy)]
struct Rejected(StatusCode, Option<u64>);

/// The response of a rejection, marked as one.
pub(crate) fn rejected(rejection: impl IntoResponse) -> Response {
    let mut response = rejection.into_response();
    let rejected = Rejected(response.status(), response.size_hint().exact());
    response.extensions_mut().insert(rejected);
    response
}

/// The error that a response stands for, or the response itself where it stands for none: one that
/// a middleware further in has answered with another status or another body.
pub(crate) fn error_of(mut response: Response) -> Result<Response, HttpError> {
    let status = response.status();
    let extensions = response.extensions();
    let mut error = if let Some(error) = extensions.get::<HttpError>() {
        let length = error.body().len() as u64;
        if error.status() != status || !has_length(&response, Some(length)) {
            return Ok(response);
        }
        match response.extensions_mut().remove::<HttpError>() {
            Some(error) => error,
            None => return Ok(response),
        }
    } else if let Some(&Rejected(own, length)) = extensions.get::<Rejected>() {
        let is_error = status.is_client_error() || status.is_server_error();
        if !is_error || own != status || !has_length(&response, length) {
            return Ok(response);
        }
        rejection_of(&mut response)
    } else {
        return Ok(response);
    };
    // The length is counted anew, and what a layer has encoded is not encoded any more.
    let mut headers = mem::take(response.headers_mut());
    for name in [
        header::CONTENT_ENCODING,
        header::CONTENT_LENGTH,
        header::CONTENT_RANGE,
        header::TRANSFER_ENCODING,
    ] {
        headers.remove(name);
    }
    if headers.get(header::CONTENT_TYPE) == Some(&JSON) {
        headers.remove(header::CONTENT_TYPE);
    }
    error.0.headers = headers;
    Err(error)
}

/// Whether the body is as long as it was, as far as that can be told: a layer may have encoded it.
fn has_length(response: &Response, length: Option<u64>) -> bool {
    response.headers().contains_key(header::CONTENT_ENCODING)
        || length.is_none()
        || response.size_hint().exact() == length
}

/// The error for a rejection. Its text is for the client where the client is to blame. A form other
/// than text is the user's own, and is kept.
fn rejection_of(response: &mut Response) -> HttpError {
    let mut error = HttpError::of_status(response.status());
    let body_type = response.headers_mut().remove(header::CONTENT_TYPE);
    let Some(body) = body_at_hand(mem::take(response.body_mut())) else {
        return error;
    };
    if let Some(body_type) = body_type
        && !body_type.as_bytes().starts_with(b"text/plain")
    {
        error.0.body = Some((body, body_type));
        return error;
    }
    let text = String::from_utf8_lossy(&body).into_owned();
    if text.is_empty() {
        return error;
    }
    if response.status().is_server_error() {
        return error.with_source(text);
    }
    error.0.detail = Cow::Owned(text);
    error
}

/// A body that is short, and need not be waited for: so is that of a rejection.
fn body_at_hand(body: Body) -> Option<Bytes> {
    const LIMIT: usize = 64 * 1024;
    let mut cx = Context::from_waker(Waker::noop());
    match pin!(to_bytes(body, LIMIT)).poll(&mut cx) {
        Poll::Ready(Ok(bytes)) => Some(bytes),
        _ => None,
    }
}
