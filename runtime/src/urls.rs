//! The URLs of routes.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::routes::{Segment, pattern};

/// The characters that are encoded in a segment of a path: all but `pchar` of RFC 3986, section
/// 3.3.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    // unreserved
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    // sub-delims
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// The characters that are encoded in the rest of a path: those of a segment except the slash.
const REST: &AsciiSet = &SEGMENT.remove(b'/');

/// Returns the URL of a path without parameters under a prefix. rustc checks it faster than [`url`], which is generic.
#[must_use]
pub fn fixed_url(prefix: &str, path: &str) -> String {
    url(prefix, path, [])
}

/// Returns the URL of a path in axum's syntax under a prefix, with the values of its parameters.
#[must_use]
pub fn url<const N: usize>(prefix: &str, path: &str, values: [&dyn Display; N]) -> String {
    // Under a prefix, the path `/` is the prefix itself.
    if path == "/" && !prefix.is_empty() {
        return prefix.to_owned();
    }
    let mut values = values.into_iter();
    let mut url = prefix.to_owned();
    for segment in pattern(path) {
        let (text, set) = match segment {
            Segment::Text(text) => (text, None),
            Segment::Param(before) => (before, Some(SEGMENT)),
            Segment::CatchAll => (String::new(), Some(REST)),
        };
        url = url + "/" + &text;
        if let Some(set) = set {
            let value = values.next().map(ToString::to_string);
            url.extend(utf8_percent_encode(&value.unwrap_or_default(), set));
        }
    }
    url
}
