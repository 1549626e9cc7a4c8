//! Handlers that set and show cookies.

use axum::{
    Json,
    extract::Path,
    http::{HeaderMap, HeaderName, header},
    response::AppendHeaders,
};

/// The ends of the names of cookies, and their attributes.
pub(crate) const COOKIES: [(&str, &str); 4] = [
    ("default", ""),
    ("lax", "SameSite=Lax"),
    ("none", "SameSite=None; Secure"),
    ("strict", "SameSite=Strict; HttpOnly"),
];

pub(crate) async fn set_cookies(
    Path(prefix): Path<String>,
) -> AppendHeaders<[(HeaderName, String); 4]> {
    AppendHeaders(COOKIES.map(|(name, attributes)| {
        let cookie = format!("{prefix}_{name}=1; Path=/; {attributes}");
        (header::SET_COOKIE, cookie)
    }))
}

/// Returns the sorted names of the cookies of a request.
pub(crate) fn names(headers: &HeaderMap) -> Vec<String> {
    let values = headers.get_all(header::COOKIE).iter();
    let cookies = values.flat_map(|value| value.to_str().unwrap().split("; "));
    let names = cookies.map(|cookie| cookie.split('=').next().unwrap().to_owned());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

pub(crate) async fn show_cookies(headers: HeaderMap) -> Json<Vec<String>> {
    Json(names(&headers))
}
