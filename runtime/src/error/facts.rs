//! What an error says, apart from the response that carries it.

#[cfg(feature = "tracing")]
use std::sync::atomic::{AtomicBool, Ordering};
use std::{borrow::Cow, error::Error, fmt, mem, sync::Arc};

use axum::body::{Body, Bytes};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::{body_headers::remove_length_and_type, origin::Origin};

/// A boxed error, including the errors of tower's layers.
pub(crate) type BoxError = Box<dyn Error + Send + Sync>;

/// A source, which an error and the mark in its response share.
pub(super) type Source = Arc<dyn Error + Send + Sync>;

/// The content type of `{"detail": ...}`.
pub(super) const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The status, the detail, the source and the own body of an error.
///
/// An error and the mark in its response share them.
#[derive(Clone)]
pub(super) struct Facts {
    pub(super) status: StatusCode,
    pub(super) detail: Cow<'static, str>,
    pub(super) source: Option<Source>,
    /// Where the source comes from.
    pub(super) origin: Origin,
    /// The body that replaces `{"detail": ...}`, and its content type.
    pub(super) own: Option<(Bytes, HeaderValue)>,
    pub(super) source_read: SourceRead,
}

impl Facts {
    pub(super) fn new(status: StatusCode, detail: Cow<'static, str>) -> Self {
        let mut facts = Self {
            status,
            detail,
            source: None,
            origin: Origin::unknown(),
            own: None,
            source_read: SourceRead::default(),
        };
        facts.refuse_informational();
        facts
    }

    /// Sets the status. A detail that is the reason phrase of the old status becomes that of the new one.
    pub(super) fn set_status(&mut self, status: StatusCode) {
        if self.detail == reason(self.status) && !status.is_informational() {
            self.detail = Cow::Borrowed(reason(status));
        }
        self.status = status;
        self.refuse_informational();
    }

    /// Turns a 1xx, which is not a final response, into a 500 whose source says what was meant.
    fn refuse_informational(&mut self) {
        if !self.status.is_informational() {
            return;
        }
        let meant = mem::replace(&mut self.status, StatusCode::INTERNAL_SERVER_ERROR);
        let detail = mem::replace(&mut self.detail, Cow::Borrowed(reason(self.status)));
        self.source = Some(Arc::new(Informational {
            meant,
            detail,
            source: self.source.take(),
        }));
    }

    /// Returns the body, and adds its content type unless the headers have one.
    pub(super) fn body(&self, headers: &mut HeaderMap) -> Body {
        if is_bodyless(self.status) {
            remove_length_and_type(headers);
            return Body::empty();
        }
        let (body, content_type) = match &self.own {
            Some((body, content_type)) => (body.clone(), content_type.clone()),
            None => {
                let detail = serde_json::Value::from(&*self.detail);
                (format!(r#"{{"detail":{detail}}}"#).into(), JSON)
            }
        };
        headers.entry(header::CONTENT_TYPE).or_insert(content_type);
        Body::from(body)
    }
}

/// Returns the reason phrase of a status, which is the detail if nothing else is known.
pub(super) fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Error")
}

/// Returns whether a response of this status has no body.
fn is_bodyless(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED
    )
}

/// Returns the first error of this type among an error and its causes.
pub(crate) fn find_cause<'a, E: Error + 'static>(
    error: &'a (dyn Error + 'static),
) -> Option<&'a E> {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        cause = error.source();
    }
    None
}

/// The source of a 500 that was meant to have a status of 1xx.
#[derive(Debug)]
struct Informational {
    meant: StatusCode,
    detail: Cow<'static, str>,
    source: Option<Source>,
}

impl fmt::Display for Informational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { meant, detail, .. } = self;
        let meant = meant.as_u16();
        write!(f, "an error cannot have the status {meant}: {detail}")
    }
}

impl Error for Informational {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Whether anything has read the source, so that it need not be logged.
#[derive(Default)]
pub(super) struct SourceRead(#[cfg(feature = "tracing")] AtomicBool);

impl SourceRead {
    #[cfg(feature = "tracing")]
    pub(super) fn set(&self) -> bool {
        self.0.swap(true, Ordering::Relaxed)
    }

    #[cfg(not(feature = "tracing"))]
    #[expect(clippy::unused_self, reason = "the feature `tracing` uses it")]
    pub(super) fn set(&self) -> bool {
        true
    }
}

impl Clone for SourceRead {
    fn clone(&self) -> Self {
        Self(
            #[cfg(feature = "tracing")]
            AtomicBool::new(self.0.load(Ordering::Relaxed)),
        )
    }
}
