//! The header `Vary` of a response.

use http::{
    HeaderMap, HeaderValue,
    header::{Entry, VARY},
};

static ORIGIN: HeaderValue = HeaderValue::from_static("Origin");

/// Adds `Origin` to the header, unless it has that name or is a `*`.
pub(super) fn by_origin(headers: &mut HeaderMap) {
    let mut lines = match headers.entry(VARY) {
        Entry::Vacant(entry) => {
            entry.insert(ORIGIN.clone());
            return;
        }
        Entry::Occupied(lines) => lines,
    };
    let mut names = lines
        .iter()
        .flat_map(|line| line.as_bytes().split(|&byte| byte == b','));
    let is_origin = |name: &[u8]| name == b"*" || name.eq_ignore_ascii_case(b"origin");
    if names.any(|name| is_origin(name.trim_ascii())) {
        return;
    }
    let merged: Vec<&[u8]> = lines
        .iter()
        .chain([&ORIGIN])
        .map(HeaderValue::as_bytes)
        .collect();
    if let Ok(merged) = HeaderValue::from_bytes(&merged.join(&b", "[..])) {
        lines.insert(merged);
    }
}
