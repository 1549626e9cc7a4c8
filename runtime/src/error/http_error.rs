//! `HttpError`: its fields, and the methods that build and read it.

use std::{
    borrow::Cow,
    error::Error,
    fmt,
    sync::{Arc, LazyLock, OnceLock},
};

use axum::body::Body;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header, response::Parts};
use serde::Serialize;
use sync_wrapper::SyncWrapper;

use super::facts::{
    BoxError, Facts, JSON, SourceRead, find_cause, reason, remove_body_headers,
    without_body_headers,
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
pub struct HttpError {
    pub(super) facts: Arc<Facts>,
    /// The response of the error as far as there is one. Boxed to keep a `Result` small.
    ///
    /// The mark in a response keeps the empty box. So ten middleware that turn a response into an error and back
    /// allocate once.
    pub(super) draft: Option<Box<Option<Draft>>>,
}

/// The response of an error, which inner middleware and layers have worked on.
pub(super) struct Draft {
    /// The headers and the extensions. The status is that of the facts.
    pub(super) parts: Parts,
    /// The body of the response that became this error. Without it, the error has its own body.
    pub(super) body: Option<SyncWrapper<Body>>,
    /// The headers without those of the carried body. Most middleware do not read them.
    own_headers: OnceLock<Box<HeaderMap>>,
}

impl Draft {
    pub(super) fn new(parts: Parts, body: Option<Body>) -> Self {
        Self {
            parts,
            body: body.map(SyncWrapper::new),
            own_headers: OnceLock::new(),
        }
    }

    fn headers(&self) -> &HeaderMap {
        if self.body.is_none() {
            return &self.parts.headers;
        }
        self.own_headers
            .get_or_init(|| Box::new(without_body_headers(self.parts.headers.clone())))
    }

    /// Replaces the carried body by the error's own.
    fn drop_body(&mut self) {
        if self.body.take().is_some() {
            remove_body_headers(&mut self.parts.headers);
        }
    }
}

impl Default for Draft {
    fn default() -> Self {
        Self::new(Response::new(()).into_parts().0, None)
    }
}

impl Clone for HttpError {
    fn clone(&self) -> Self {
        let draft = self.draft().map(|draft| {
            let mut parts = draft.parts.clone();
            parts.headers = draft.headers().clone();
            Box::new(Some(Draft::new(parts, None)))
        });
        Self {
            facts: Arc::clone(&self.facts),
            draft,
        }
    }
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
        let facts = self.facts_mut();
        facts.source = Some(source.into().into());
        facts.source_read = SourceRead::default();
        self
    }

    /// Adds a header. A content type replaces an earlier one.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        let draft = self.draft_mut();
        draft.own_headers.take();
        if name == header::CONTENT_TYPE {
            draft.parts.headers.insert(name, value);
        } else {
            draft.parts.headers.append(name, value);
        }
        self
    }

    /// Sets the status. A detail that is the reason phrase of the old status becomes that of the new one.
    ///
    /// The status of 1xx becomes a 500, as in [`new`](Self::new).
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        if status != self.status() {
            self.own_body_mut().set_status(status);
        }
        self
    }

    /// Sets the detail, and the body `{"detail": ...}`.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        let facts = self.own_body_mut();
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
                self.own_body_mut().own = Some((json.into(), JSON));
                self
            }
            Err(error) => Self::internal(error),
        }
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
        self.draft().map_or_else(|| &*NONE, Draft::headers)
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
        self.facts.source_read.set();
        self.peek_source()
    }

    /// Returns the source as [`source_as`](Self::source_as) does. It does not count as read, so it is still logged.
    pub(crate) fn peek_source<E: Error + 'static>(&self) -> Option<&E> {
        find_cause(self.facts.source.as_deref()?)
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

    pub(super) fn caused(status: StatusCode, source: BoxError) -> Self {
        Self::of_status(status).with_source(source)
    }

    pub(super) fn from_facts(facts: Facts) -> Self {
        Self {
            facts: Arc::new(facts),
            draft: None,
        }
    }

    fn draft(&self) -> Option<&Draft> {
        self.draft.as_deref()?.as_ref()
    }

    fn draft_mut(&mut self) -> &mut Draft {
        let draft = self.draft.get_or_insert_default();
        draft.get_or_insert_with(Draft::default)
    }

    /// Returns the facts to change them. A mark keeps the old ones until the error is a response again.
    pub(super) fn facts_mut(&mut self) -> &mut Facts {
        Arc::make_mut(&mut self.facts)
    }

    /// Drops a carried body, and returns the facts to change the error's own.
    fn own_body_mut(&mut self) -> &mut Facts {
        if let Some(draft) = self.draft.as_deref_mut().and_then(Option::as_mut) {
            draft.drop_body();
        }
        self.facts_mut()
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
