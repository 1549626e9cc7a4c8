//! The methods that change an error.

use std::{borrow::Cow, error::Error, sync::Arc};

use http::{HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;

use super::{
    facts::{Facts, JSON, SourceRead},
    http_error::HttpError,
    origin::Origin,
};

impl HttpError {
    /// Sets the source, in place of an earlier one.
    #[must_use]
    #[cfg_attr(feature = "ready", track_caller)]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        let origin = Origin::of(&source);
        let facts = self.facts_mut();
        facts.origin = origin;
        facts.source = Some(source.into().into());
        facts.source_read = SourceRead::default();
        self
    }

    /// Adds a header. `Content-Type` is replaced instead.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        let draft = self.draft.get_or_insert_default();
        let headers = draft.response_mut().headers_mut();
        if name == header::CONTENT_TYPE {
            headers.insert(name, value);
        } else {
            headers.append(name, value);
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
    /// A value that cannot be serialized makes a new 500 with the error of `serde_json` as its source.
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
    #[cfg_attr(feature = "ready", track_caller)]
    pub fn with_json(mut self, value: impl Serialize) -> Self {
        match serde_json::to_vec(&value) {
            Ok(json) => {
                self.own_body_mut().own = Some((json.into(), JSON));
                self
            }
            Err(error) => Self::internal(error),
        }
    }

    /// Sets a body of your own, and its content type.
    #[cfg(feature = "ready")]
    pub(crate) fn with_body(mut self, body: String, content_type: HeaderValue) -> Self {
        self.own_body_mut().own = Some((body.into(), content_type.clone()));
        self.with_header(header::CONTENT_TYPE, content_type)
    }

    /// Returns the facts to change them. A mark keeps the old ones until the error becomes a response.
    pub(super) fn facts_mut(&mut self) -> &mut Facts {
        if let Some(draft) = &mut self.draft {
            draft.is_unchanged = false;
        }
        Arc::make_mut(&mut self.facts)
    }

    /// Drops a carried body, and returns the facts to change the error's own.
    fn own_body_mut(&mut self) -> &mut Facts {
        if let Some(draft) = &mut self.draft {
            draft.drop_body();
        }
        self.facts_mut()
    }
}
