//! What is known about an error, as text or as HTML.

use std::{backtrace::BacktraceStatus, error::Error, fmt::Write};

use crate::{
    error::{HttpError, Known, shown},
    routes::Explanation,
};

/// Returns the page of an error as text.
pub(super) fn text(error: &HttpError, route: &Explanation<'_>) -> String {
    let status = error.status();
    let reason = status.canonical_reason().unwrap_or("Error");
    let mut page = format!("{} {reason}\n", status.as_u16());
    if error.detail() != reason {
        add(&mut page, "Detail", error.detail());
    }
    let (source, known) = error.peek_cause();
    if let Some(source) = source {
        add_source(&mut page, source, known);
    }
    add(&mut page, "Route", &route.to_string());
    if let Some(known) = known {
        let backtrace = match known.backtrace.status() {
            BacktraceStatus::Captured => known.backtrace.to_string(),
            _ => "set the environment variable RUST_BACKTRACE=1".to_owned(),
        };
        add(&mut page, "Backtrace", &backtrace);
    }
    page
}

/// Adds the type, the message and the place of a source, the messages of its causes, and the source as `Debug` prints it.
fn add_source(page: &mut String, source: &(dyn Error + 'static), known: Option<&Known>) {
    let message = shown(|text| write!(text, "{source}"));
    let debug = shown(|text| write!(text, "{source:#?}"));
    let mut facts = message.clone();
    if let Some(name) = known.and_then(|known| known.type_name) {
        facts = format!("{name}: {message}");
    }
    if let Some(place) = known.and_then(|known| known.place.as_deref()) {
        let _ = write!(facts, "\nat {place}");
    }
    facts += &shown(|text| {
        let mut cause = source.source();
        while let Some(error) = cause {
            write!(text, "\ncaused by: {error}")?;
            cause = error.source();
        }
        Ok(())
    });
    add(page, "Source", &facts);
    // A message prints itself in quotes.
    if debug != format!("{message:?}") && debug != message {
        add(page, "Source, as `Debug` prints it", &debug);
    }
}

/// Adds a section.
fn add(page: &mut String, heading: &str, content: &str) {
    let _ = writeln!(page, "\n{heading}\n");
    for line in content.trim_end().lines() {
        let _ = writeln!(page, "    {line}");
    }
}

/// Returns a page of text as HTML that has no scripts and loads nothing.
pub(super) fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let title = text.lines().next().unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>:root{{color-scheme:light dark}}pre{{white-space:pre-wrap}}</style>\n<pre>\n{text}</pre>\n"
    )
}
