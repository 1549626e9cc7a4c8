//! `HttpError`: its fields, and the methods that build and read it.

use std::{
    borrow::Cow,
    error::Error,
    fmt,
    sync::{Arc, LazyLock},
};

use http::{HeaderMap, StatusCode};

#[cfg(feature = "ready")]
use super::origin::Known;
use super::{
    draft::Draft,
    facts::{BoxError, Facts, find_cause, reason},
    origin::Origin,
};

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
pub struct HttpError {
    pub(super) facts: Arc<Facts>,
    /// The response as far as there is one. Boxed to keep a `Result` small.
    pub(super) draft: Option<Box<Draft>>,
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
    /// A status of 1xx is not a final response, so it becomes a 500 whose source names the original status. The response
    /// of a 204, a 205 or a 304 has no body. Any other status is allowed, and [`Next::try_run`](crate::Next::try_run)
    /// returns the error whatever its status is.
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

    /// Returns the status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.facts.status
    }

    /// Returns the detail, which the client sees.
    #[must_use]
    pub fn detail(&self) -> &str {
        &self.facts.detail
    }

    /// Returns the headers of the response, without those that describe a carried body: its type, its length and its
    /// encoding.
    ///
    /// If the error is read from the extensions of a response, the headers are in that response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        static NONE: LazyLock<HeaderMap> = LazyLock::new(HeaderMap::new);
        let headers = self.draft.as_ref().and_then(|draft| draft.headers());
        headers.unwrap_or(&NONE)
    }

    /// Returns the cause, which the client does not see.
    #[must_use]
    pub fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.facts.source_read.set();
        self.facts.source.as_deref()
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
        let source = self.peek_source();
        if source.is_some() {
            self.facts.source_read.set();
        }
        source
    }

    /// Returns the source as [`source_as`](Self::source_as) does. It does not count as read, so it is still logged.
    pub(crate) fn peek_source<E: Error + 'static>(&self) -> Option<&E> {
        find_cause(self.facts.source.as_deref()?)
    }

    /// Returns the source and its origin. The source does not count as read, so it is still logged.
    #[cfg(feature = "ready")]
    pub(crate) fn peek_cause(&self) -> (Option<&(dyn Error + 'static)>, Option<&Known>) {
        let source = self.facts.source.as_deref();
        (source.map(|source| source as _), self.facts.origin.known())
    }

    /// Returns the body that replaces `{"detail": ...}`.
    #[cfg(feature = "ready")]
    pub(crate) fn own_body(&self) -> Option<&[u8]> {
        self.facts.own.as_ref().map(|(body, _)| &**body)
    }

    /// Creates an error with the reason phrase of the status as its detail.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        Self::from_facts(Facts::new(status, Cow::Borrowed(reason(status))))
    }

    pub(super) fn caused(status: StatusCode, source: BoxError, origin: Origin) -> Self {
        let mut facts = Facts::new(status, Cow::Borrowed(reason(status)));
        facts.source = Some(source.into());
        facts.origin = origin;
        Self::from_facts(facts)
    }

    pub(super) fn from_facts(facts: Facts) -> Self {
        Self {
            facts: Arc::new(facts),
            draft: None,
        }
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
