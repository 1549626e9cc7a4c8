//! Whether a client asks for HTML.

use http::{HeaderMap, header};

/// Returns whether `Accept` has `text/html` with a weight above 0, as
/// [RFC 9110](https://www.rfc-editor.org/rfc/rfc9110#name-accept) describes it. A wildcard does not count, since clients without a
/// browser send it.
pub(super) fn accepts_html(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT).iter();
    let ranges = values.filter_map(|value| value.to_str().ok());
    ranges.flat_map(|value| value.split(',')).any(|range| {
        let mut parts = range.split(';').map(str::trim);
        let is_html = parts
            .next()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("text/html"));
        is_html && !parts.any(is_zero_weight)
    })
}

/// Returns whether a parameter is `q=0`.
fn is_zero_weight(parameter: &str) -> bool {
    let weight = parameter
        .strip_prefix("q=")
        .or_else(|| parameter.strip_prefix("Q="));
    weight.is_some_and(|weight| weight.parse() == Ok(0.0))
}
