//! `HttpError`: its fields, and the methods that build and read it.

use std::{
    borrow::Cow,
    error::Error,
    fmt,
    sync::{Arc, OnceLock},
};

use axum::body::Body;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header, response::Parts};
use serde::Serialize;
use sync_wrapper::SyncWrapper;

use super::facts::{BoxError, Facts, JSON, SourceRead, find_cause, reason, remove_body_headers};

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
/// An outer middleware gets it from [`Next::try_run`](crate::Next::try_run). The extensions of its response
/// hold it as well, for middleware of plain axum: `response.extensions().get::<HttpError>()`.
///
/// An error that `try_run` returns carries its response. Returned unchanged, it becomes exactly that response
/// again, with the headers, the body and the extensions that inner layers gave it. `with_header` and
/// `with_source` keep the body; `with_detail`, `with_json` and another status replace it.
///
/// A clone does not carry the body. It becomes a response with the error's own body.
///
/// It does not implement [`std::error::Error`], so that `?` can convert every other error into it. It converts
/// into `Box<dyn Error>` and, with the feature `anyhow`, into `anyhow::Error`.
#[derive(Clone)]
pub struct HttpError(pub(super) Box<Inner>);

/// The fields of an [`HttpError`], which are boxed to keep a `Result` small.
///
/// An unchanged error only moves the parts of its response, and looks nothing up. Each outer middleware may turn the
/// response into an error and back.
pub(super) struct Inner {
    pub(super) facts: Arc<Facts>,
    /// The status, the headers and the extensions of the response.
    pub(super) parts: Parts,
    /// The body of the response that became this error. Without it, the error has its own body.
    pub(super) carried: Option<SyncWrapper<Body>>,
    /// Whether the extensions hold these facts.
    pub(super) is_marked: bool,
    /// The headers without those of the carried body. Most middleware do not read them.
    own_headers: OnceLock<Box<HeaderMap>>,
}

impl Inner {
    pub(super) fn new(facts: Arc<Facts>, parts: Parts) -> Self {
        Self {
            facts,
            parts,
            carried: None,
            is_marked: false,
            own_headers: OnceLock::new(),
        }
    }

    pub(super) fn carrying(facts: Arc<Facts>, parts: Parts, body: Body) -> Self {
        Self {
            facts,
            parts,
            carried: Some(SyncWrapper::new(body)),
            is_marked: true,
            own_headers: OnceLock::new(),
        }
    }

    /// Replaces the carried body by the error's own.
    fn drop_body(&mut self) {
        self.own_headers.take();
        if self.carried.take().is_some() {
            remove_body_headers(&mut self.parts.headers);
        }
    }

    /// Returns the facts to change them. A mark keeps the old ones.
    pub(super) fn facts_mut(&mut self) -> &mut Facts {
        self.is_marked = false;
        Arc::make_mut(&mut self.facts)
    }
}

impl Clone for Inner {
    fn clone(&self) -> Self {
        let mut clone = Self::new(Arc::clone(&self.facts), self.parts.clone());
        clone.is_marked = self.is_marked;
        if self.carried.is_some() {
            remove_body_headers(&mut clone.parts.headers);
        }
        clone
    }
}

/// Returns the parts of a response without headers.
pub(super) fn bare_parts() -> Parts {
    Response::new(()).into_parts().0
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
    ///
    /// A status of 1xx is not a final response, so it becomes a 500 whose source says what was meant. The response
    /// of a 204, a 205 or a 304 has no body.
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self::from_facts(Facts::new(status, Cow::Owned(detail.into())))
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
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR).with_source(source)
    }

    /// Sets the source, in place of an earlier one.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let facts = self.0.facts_mut();
        facts.source = Some(source.into().into());
        facts.source_read = SourceRead::default();
        self
    }

    /// Adds a header. A content type replaces an earlier one.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.0.own_headers.take();
        if name == header::CONTENT_TYPE {
            self.0.parts.headers.insert(name, value);
        } else {
            self.0.parts.headers.append(name, value);
        }
        self
    }

    /// Sets the status. A detail that is the reason phrase of the old status becomes that of the new one.
    ///
    /// The status of 1xx becomes a 500, as in [`new`](Self::new).
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        if status != self.status() {
            self.0.drop_body();
            self.0.facts_mut().set_status(status);
        }
        self
    }

    /// Sets the detail, and the body `{"detail": ...}`.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.0.drop_body();
        let facts = self.0.facts_mut();
        facts.detail = Cow::Owned(detail.into());
        facts.own = None;
        self
    }

    /// Sets a JSON body of your own, in place of `{"detail": ...}`.
    ///
    /// A value that cannot be serialized makes a 500 with the error of `serde_json` as its source.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric::HttpError;
    /// use serde_json::json;
    ///
    /// let error = HttpError::unprocessable("two fields are invalid")
    ///     .with_json(json!({ "fields": ["name", "age"] }));
    /// ```
    #[must_use]
    pub fn with_json(mut self, value: impl Serialize) -> Self {
        match serde_json::to_vec(&value) {
            Ok(json) => {
                self.0.drop_body();
                self.0.facts_mut().own = Some((json.into(), JSON));
                self
            }
            Err(error) => Self::internal(error),
        }
    }

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.facts.status
    }

    /// Returns the detail, which the client sees.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.0.facts.detail
    }

    /// Returns the headers of the response, without those that describe a carried body: its type, its length and its
    /// encoding.
    ///
    /// If the error is read from the extensions of a response, the headers are in that response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        if self.0.carried.is_none() {
            return &self.0.parts.headers;
        }
        self.0.own_headers.get_or_init(|| {
            let mut headers = self.0.parts.headers.clone();
            remove_body_headers(&mut headers);
            Box::new(headers)
        })
    }

    /// Returns the cause, which the client does not see.
    #[must_use]
    pub fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.0.facts.source_read.set();
        self.0.facts.source.as_deref()
    }

    /// Returns the source if it is an `E`, or the first `E` among the causes of the source.
    ///
    /// # Examples
    ///
    /// ```
    /// use concentric::HttpError;
    ///
    /// let error = HttpError::from(std::io::Error::other("the disk is full"));
    /// assert!(error.source_as::<std::io::Error>().is_some());
    /// assert!(error.source_as::<std::num::ParseIntError>().is_none());
    /// ```
    #[must_use]
    pub fn source_as<E: Error + 'static>(&self) -> Option<&E> {
        self.0.facts.source_read.set();
        self.peek_source()
    }

    /// Returns the source as [`source_as`](Self::source_as) does. It does not count as read, so it is still logged.
    pub(crate) fn peek_source<E: Error + 'static>(&self) -> Option<&E> {
        find_cause(self.0.facts.source.as_deref()?)
    }

    /// Returns the body that replaces `{"detail": ...}`.
    #[cfg(feature = "ready")]
    pub(crate) fn own_body(&self) -> Option<&[u8]> {
        self.0.facts.own.as_ref().map(|(body, _)| &**body)
    }

    /// Creates an error with the reason phrase of the status as its detail.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        Self::from_facts(Facts::new(status, Cow::Borrowed(reason(status))))
    }

    pub(super) fn caused(status: StatusCode, source: BoxError) -> Self {
        Self::of_status(status).with_source(source)
    }

    fn from_facts(facts: Facts) -> Self {
        Self(Box::new(Inner::new(Arc::new(facts), bare_parts())))
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
            .field("status", &self.status())
            .field("detail", &self.detail())
            .field("headers", self.headers())
            .field("source", &self.source())
            .finish()
    }
}
