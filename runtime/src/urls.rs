//! The functions that put the values of parameters into the URLs of routes.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

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

/// Appends the value of a `{parameter}`.
#[must_use]
pub fn segment(url: String, value: impl Display) -> String {
    url + &utf8_percent_encode(&value.to_string(), SEGMENT).to_string()
}

/// Appends the value of a `{*parameter}`.
#[must_use]
pub fn rest(url: String, value: impl Display) -> String {
    url + &utf8_percent_encode(&value.to_string(), REST).to_string()
}

/// Returns the URL of the route `/` under a prefix: the prefix itself.
#[must_use]
pub fn root(prefix: String) -> String {
    if prefix.is_empty() {
        "/".to_owned()
    } else {
        prefix
    }
}
