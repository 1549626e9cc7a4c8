//! What is known about an error, in sections.

use std::{backtrace::BacktraceStatus, error::Error, fmt::Write};

use super::page::Page;
use crate::{
    error::{HttpError, Known},
    routes::Explanation,
};

/// Returns the page of an error.
pub(super) fn facts_of(error: &HttpError, route: &Explanation<'_>) -> Page {
    let status = error.status();
    let reason = status.canonical_reason().unwrap_or("Error");
    let mut page = Page::new(format!("{} {reason}", status.as_u16()));
    if error.detail() != reason {
        page.add("Detail", error.detail());
    }
    let (source, known) = error.peek_cause();
    if let Some(source) = source {
        page.add("Source", chain(source, known));
        let (debug, message) = (format!("{source:#?}"), source.to_string());
        // A message prints itself in quotes.
        if debug != format!("{message:?}") && debug != message {
            page.add("Source, as `Debug` prints it", debug);
        }
    }
    page.add("Route", route.to_string().trim_end());
    if let Some(known) = known {
        page.add(
            "Backtrace",
            match known.backtrace.status() {
                BacktraceStatus::Captured => known.backtrace.to_string(),
                _ => "set the environment variable RUST_BACKTRACE=1".to_owned(),
            },
        );
    }
    page
}

/// Returns the type, the message and the place of a source, and the messages of its causes.
fn chain(source: &(dyn Error + 'static), known: Option<&Known>) -> String {
    let mut text = match known.and_then(|known| known.type_name) {
        Some(name) => format!("{name}: {source}"),
        None => source.to_string(),
    };
    if let Some(place) = known.and_then(|known| known.place.as_deref()) {
        let _ = write!(text, "\nat {place}");
    }
    let mut cause = source.source();
    while let Some(error) = cause {
        let _ = write!(text, "\ncaused by: {error}");
        cause = error.source();
    }
    text
}
