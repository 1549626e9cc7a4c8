//! `HttpError`: the error of handlers, middleware, extractors and layers.

mod from_response;

pub(crate) use self::from_response::{error_of, rejected};

use std::{
    any::Any,
    borrow::Cow,
    error::Error,
    fmt, mem,
    sync::{Arc, OnceLock},
};

use axum::{
    body::{Body, Bytes},
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// A boxed error, including the errors of tower's layers.
pub(crate) type BoxError = Box<dyn Error + Send + Sync>;

/// An error with a status and a detail for the client, and a source that the client never sees.
///
/// As a response, it has the status and the JSON body `{"detail": ...}`. `?` turns any
/// [`std::error::Error`] into a 500 with the detail "Internal Server Error":
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
/// An outer middleware reads the source with [`Next::try_run`](crate::Next::try_run), or from the
/// extensions of the response, which hold the `HttpError`.
#[derive(Clone)]
pub struct HttpError(Box<Inner>);

/// The fields of an [`HttpError`], which are boxed to keep a `Result` small.
#[derive(Clone)]
struct Inner {
    status: StatusCode,
    detail: Cow<'static, str>,
    headers: HeaderMap,
    source: Option<Arc<dyn Error + Send + Sync>>,
    /// The body and content type of a rejection that is not text, which replace `{"detail": ...}`.
    body: Option<(Bytes, HeaderValue)>,
    /// The written `{"detail": ...}`. Each outer middleware may turn the response into an error and back,
    /// so it is written once.
    json: OnceLock<Bytes>,
}

/// Generates the constructors for common statuses.
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
    /// Creates an error with this status, and this detail for the client.
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self::from_parts(status, Cow::Owned(detail.into()), None)
    }

    constructors! {
        /// Creates a 400: the request is malformed.
        bad_request = BAD_REQUEST;
        /// Creates a 401: the client must authenticate.
        ///
        /// [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-401-unauthorized) requires a
        /// `WWW-Authenticate` header with it:
        ///
        /// ```
        /// use axum::http::{HeaderValue, header::WWW_AUTHENTICATE};
        /// use concentric::HttpError;
        ///
        /// let error = HttpError::unauthorized("invalid token")
        ///     .with_header(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        /// ```
        unauthorized = UNAUTHORIZED;
        /// Creates a 403: the client is not allowed to do this.
        forbidden = FORBIDDEN;
        /// Creates a 404: the resource does not exist.
        not_found = NOT_FOUND;
        /// Creates a 409: the request conflicts with the current state.
        conflict = CONFLICT;
        /// Creates a 422: the request is well-formed, but its content is invalid.
        unprocessable = UNPROCESSABLE_ENTITY;
        /// Creates a 429: the client sends too many requests.
        too_many_requests = TOO_MANY_REQUESTS;
        /// Creates a 503: the service is temporarily unavailable.
        service_unavailable = SERVICE_UNAVAILABLE;
    }

    /// Creates a 500 with the detail "Internal Server Error". The client does not see the source.
    ///
    /// Use it for sources that `?` does not convert because they do not implement [`std::error::Error`]: a
    /// message, or an error of `anyhow`.
    #[must_use]
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::caused(StatusCode::INTERNAL_SERVER_ERROR, source.into())
    }

    /// Sets the source, in place of an earlier one.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into().into());
        self
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.headers.append(name, value);
        self
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Returns the detail, which the client sees.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Returns the headers of the response, without those for the length and the encoding of the body.
    /// If the error is read from the extensions of a response, the headers are in that response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the cause, which the client does not see.
    #[must_use]
    pub fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.0.source.as_deref()
    }

    /// Returns the body of the response.
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

    /// Converts a panic into a 500 whose source has the message of the panic.
    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        Self::internal(match panic_message(panic) {
            Some(message) => format!("panicked: {message}"),
            None => "panicked".to_owned(),
        })
    }

    /// Converts the error of a tower layer or of a mounted service.
    pub(crate) fn from_service(error: BoxError) -> Self {
        Self::caused(service_status(&*error), error)
    }

    /// Creates an error with the reason phrase of the status as its detail.
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
        Self(Box::new(Inner {
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

/// Returns the message of a panic, if it has one.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> Option<&str> {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
}

impl<E: Error + Send + Sync + 'static> From<E> for HttpError {
    fn from(error: E) -> Self {
        Self::internal(error)
    }
}

/// Writes the status and the detail, which are what the client sees.
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

/// The content type of `{"detail": ...}`.
const JSON: HeaderValue = HeaderValue::from_static("application/json");
