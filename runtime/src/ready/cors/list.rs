//! Headers that list names.

use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{Entry, VARY},
};

/// Returns a header that lists these names.
#[track_caller]
#[expect(clippy::panic, reason = "no browser sends such a name")]
pub(super) fn list(names: impl IntoIterator<Item: AsRef<str>>) -> HeaderValue {
    let names: Vec<_> = names.into_iter().collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    // The name of a method has the same characters.
    let wrong = names
        .iter()
        .find(|name| HeaderName::from_bytes(name.as_bytes()).is_err());
    match (wrong, HeaderValue::try_from(names.join(", "))) {
        (None, Ok(list)) => list,
        (name, _) => panic!(
            "expected the name of a header such as `X-Request-Id`, found `{}`: write one name per entry",
            name.unwrap_or(&"")
        ),
    }
}

/// Returns the names in a list.
pub(super) fn names(list: &HeaderValue) -> impl Iterator<Item = &[u8]> {
    let names = list.as_bytes().split(|&byte| byte == b',');
    names
        .map(<[u8]>::trim_ascii)
        .filter(|name| !name.is_empty())
}

/// Returns whether a list has the name of a header.
pub(super) fn has(list: &HeaderValue, name: &[u8]) -> bool {
    names(list).any(|other| other.eq_ignore_ascii_case(name))
}

/// Adds a name to `Vary`, unless it has that name or is a `*`.
pub(super) fn vary_by(headers: &mut HeaderMap, name: HeaderValue) {
    match headers.entry(VARY) {
        Entry::Vacant(entry) => {
            entry.insert(name);
        }
        Entry::Occupied(mut lines) => {
            let mut others = lines.iter();
            if others.any(|line| has(line, b"*") || has(line, name.as_bytes())) {
                return;
            }
            let merged = [lines.get().as_bytes(), b", ", name.as_bytes()].concat();
            if let Ok(merged) = HeaderValue::try_from(merged) {
                *lines.get_mut() = merged;
            }
        }
    }
}
