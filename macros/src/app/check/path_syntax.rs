//! Checks the syntax of paths.

use matchit::{InsertError, Router};
use syn::LitStr;

use crate::{
    app::path::parameters,
    diagnostics::{Diagnostics, app as message},
};

/// Returns whether a path has axum's syntax, and reports the error otherwise.
pub(super) fn is_path(path: &LitStr, diagnostics: &mut Diagnostics) -> bool {
    let text = path.value();
    let found = find_error(&text);
    if let Some(found) = &found {
        diagnostics.report(path, found);
    }
    found.is_none()
}

/// Returns the message for the first error in a path.
fn find_error(path: &str) -> Option<String> {
    // `resolve` reported the missing slash.
    if !path.starts_with('/') {
        return None;
    }
    for segment in path.split('/') {
        if let Some(name) = segment.strip_prefix(':') {
            return Some(message::old_parameter(segment, &format!("{{{name}}}")));
        }
        if let Some(name) = segment.strip_prefix('*') {
            let name = if name.is_empty() { "rest" } else { name };
            return Some(message::old_parameter(segment, &format!("{{*{name}}}")));
        }
    }
    if path.contains(['?', '#']) {
        return Some(message::QUERY.to_owned());
    }
    let encoded = encoded(path);
    if encoded != path {
        return Some(message::not_encoded(path, &encoded));
    }
    let mut names = Vec::new();
    for name in parameters(path) {
        if names.contains(&name) {
            return Some(message::duplicate_parameter(name, path));
        }
        names.push(name);
    }
    let error = Router::new().insert(path, ()).err()?;
    Some(match error {
        InsertError::InvalidParamSegment => message::TEXT_AFTER_PARAMETER.to_owned(),
        InsertError::InvalidCatchAll => message::CATCH_ALL_NOT_LAST.to_owned(),
        InsertError::InvalidParam => message::EXPECTED_PARAMETER_NAME.to_owned(),
        other => other.to_string(),
    })
}

/// Percent-encodes the characters that a client encodes in a path.
fn encoded(path: &str) -> String {
    let mut encoded = String::new();
    let mut is_name = false;
    for char in path.chars() {
        is_name = (is_name || char == '{') && char != '}' && char != '/';
        let is_sent = char.is_ascii_graphic() && !matches!(char, '"' | '<' | '>' | '`' | '\\');
        if is_name || is_sent {
            encoded.push(char);
            continue;
        }
        let mut bytes = [0; 4];
        let bytes = char.encode_utf8(&mut bytes).bytes();
        encoded.extend(bytes.map(|byte| format!("%{byte:02X}")));
    }
    encoded
}
