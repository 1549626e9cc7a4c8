//! `HttpError`: the one way in which handlers, middleware, extractors and layers fail.

mod recover;

pub(crate) use self::recover::{error_of, rejected};

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
