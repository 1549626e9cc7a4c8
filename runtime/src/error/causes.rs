//! An error and its causes as one text.

use std::{
    error::Error,
    fmt::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind},
};

use super::http_error::HttpError;

/// An error and its causes as one text.
pub(super) struct Causes<'a>(pub(super) &'a (dyn Error + 'static));

impl fmt::Display for Causes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(|text| {
            write!(text, "{}", self.0)?;
            let mut cause = self.0.source();
            while let Some(error) = cause {
                write!(text, ": {error}")?;
                cause = error.source();
            }
            Ok(())
        }))
    }
}

/// Returns what this writes. A source is a type of the application, whose impl of `Display` or `Debug` may panic or fail: the
/// result is then what it has written until there, and a note.
pub(crate) fn shown(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut text = String::new();
    let written = catch_unwind(AssertUnwindSafe(|| write(&mut text)));
    if !matches!(written.map_err(HttpError::panicked), Ok(Ok(()))) {
        text.push_str("(it cannot be formatted)");
    }
    text
}
