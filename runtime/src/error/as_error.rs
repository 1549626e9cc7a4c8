//! An `HttpError` as the error of a program.

use std::{error::Error, fmt};

use super::http_error::HttpError;

/// An [`HttpError`] that implements [`Error`].
pub(super) struct AsError(pub(super) HttpError);

impl fmt::Display for AsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for AsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Error for AsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source().map(|source| source as _)
    }
}

impl From<HttpError> for Box<dyn Error + Send + Sync> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

impl From<HttpError> for Box<dyn Error + Send> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

impl From<HttpError> for Box<dyn Error> {
    fn from(error: HttpError) -> Self {
        Box::new(AsError(error))
    }
}

#[cfg(feature = "anyhow")]
#[cfg_attr(docsrs, doc(cfg(feature = "anyhow")))]
impl From<HttpError> for anyhow::Error {
    fn from(error: HttpError) -> Self {
        Self::new(AsError(error))
    }
}
