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

// rustc checks a call of these functions faster than one of `url`, which is generic and takes an array of references.

macro_rules! urls {
    ($($name:ident($($value:ident)*);)*) => {
        $(
            /// Returns the URL of a path with this number of parameters under a prefix.
            #[must_use]
            pub fn $name(prefix: &str, path: &str, $($value: impl Display),*) -> String {
                url(prefix, path, [$(&$value),*])
            }
        )*
    };
}
urls! {
    url0();
    url1(first);
    url2(first second);
    url3(first second third);
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
    // It would be the URL of another host: RFC 3986, section 4.2.
    if url.starts_with("//") {
        url.replace_range(1..2, "%2F");
    }
    url
}
