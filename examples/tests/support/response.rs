//! Reads a response, and compares it as text.

use http_body_util::BodyExt;
use hyper::{Response, body::Incoming};

use super::soon;

/// Returns the complete body of a response.
pub(crate) async fn body(response: Response<Incoming>) -> Vec<u8> {
    let body = soon("a whole body", response.into_body().collect()).await;
    body.unwrap().to_bytes().into()
}

/// Formats a response: the status, the sorted headers, an empty line, and the
/// body. Headers that differ between runs are left out.
pub(crate) async fn text(response: Response<Incoming>) -> String {
    let mut lines = head(&response);
    let body = body(response).await;
    if !body.is_empty() {
        lines.extend([String::new(), String::from_utf8(body).unwrap()]);
    }
    lines.join("\n")
}

/// Returns the status and the sorted headers of a response.
pub(crate) fn head<B>(response: &Response<B>) -> Vec<String> {
    let mut headers: Vec<String> = response
        .headers()
        .iter()
        .filter(|(name, _)| !["date", "etag", "last-modified"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort();
    headers.insert(0, response.status().to_string());
    headers
}

/// Asserts that two texts are equal, and prints both if they are not.
#[track_caller]
pub(crate) fn assert_text(actual: &str, expected: &str) {
    assert!(
        actual == expected,
        "\n--- actual\n{actual}\n--- expected\n{expected}\n---"
    );
}
