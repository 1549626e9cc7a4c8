//! What the application answers, before any rule about pages.

use serde_json::json;

use super::HEADERS;

/// A response.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

/// Returns what the application answers to a request with or without the valid token.
pub(crate) fn answer(path: &str, method: &str, has_token: bool) -> Answer {
    let error = |status, detail: &str| (status, json!({ "detail": detail }).to_string());
    let (status, body) = match path {
        "/any" => (200, method.to_owned()),
        "/nowhere" => error(404, "Not Found"),
        _ if !["GET", "HEAD"].contains(&method) => error(405, "Method Not Allowed"),
        "/" => (200, json!({ "Hello": "World" }).to_string()),
        "/protected" if has_token => {
            let message = "This is a protected route";
            (200, json!({ "message": message }).to_string())
        }
        "/protected" => error(401, "Unauthorized"),
        _ => error(500, "Internal Server Error"),
    };
    let (content_type, own) = match (path, status) {
        ("/any", _) => ("text/plain; charset=utf-8", &HEADERS[..]),
        (_, 401) => ("application/json", &[("www-authenticate", "Bearer")][..]),
        (_, 405) => ("application/json", &[("allow", "GET,HEAD")][..]),
        _ => ("application/json", &[][..]),
    };
    let own = own.iter().map(|&(name, value)| (name, value.to_owned()));
    let mut headers: Vec<_> = own.collect();
    headers.push(("content-type", content_type.to_owned()));
    headers.push(("content-length", body.len().to_string()));
    let body = if method == "HEAD" {
        String::new()
    } else {
        body
    };
    Answer {
        status,
        headers,
        body,
    }
}
