// What the pages for Express, Hono, actix-web and Phoenix share: the store of their application, and its test.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

/// The notes by their numbers.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<BTreeMap<u32, String>>>);

impl Notes {
    fn all(&self) -> MutexGuard<'_, BTreeMap<u32, String>> {
        self.0.lock().unwrap()
    }

    fn list(&self) -> Vec<String> {
        self.all().values().cloned().collect()
    }

    fn find(&self, id: u32) -> Option<String> {
        self.all().get(&id).cloned()
    }

    fn add(&self, text: String) -> u32 {
        let mut notes = self.all();
        let id = notes.len() as u32 + 1;
        notes.insert(id, text);
        id
    }

    fn remove(&self, id: u32) -> Option<String> {
        self.all().remove(&id)
    }

    /// Returns the name of a user, and whether it is an administrator.
    fn user_by_token(&self, token: Option<&axum::http::HeaderValue>) -> Option<(String, bool)> {
        match token?.to_str().ok()? {
            "Bearer alice" => Some(("Alice".to_owned(), false)),
            "Bearer root" => Some(("root".to_owned(), true)),
            _ => None,
        }
    }
}

/// Sends requests to the application of the page.
async fn check(app: axum::Router) {
    use axum::body::{Body, to_bytes};
    use tower::ServiceExt as _;

    for (method, path, token, status, answer) in [
        ("GET", "/health", "", 200, "ok"),
        ("GET", "/nowhere", "", 404, r#"{"error":"nothing here"}"#),
        ("GET", "/notes", "", 401, r#"{"error":"who are you?"}"#),
        ("GET", "/notes/nowhere/at/all", "", 401, r#"{"error":"who are you?"}"#),
        ("POST", "/notes", "alice", 201, r#"{"by":"Alice","id":1}"#),
        ("GET", "/notes", "alice", 200, r#"["buy milk"]"#),
        ("GET", "/notes/1", "alice", 200, r#"{"text":"buy milk"}"#),
        ("GET", "/notes/2", "alice", 404, r#"{"error":"no such note"}"#),
        ("PUT", "/notes/1", "alice", 405, r#"{"error":"Method Not Allowed"}"#),
        ("DELETE", "/notes/1", "alice", 403, r#"{"error":"not for you"}"#),
        ("DELETE", "/notes/1", "root", 204, ""),
        ("GET", "/static/nothing.css", "", 404, ""),
    ] {
        let request = axum::http::Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .body(Body::from(r#"{"text":"buy milk"}"#))
            .unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{method} {path}");
        let body = to_bytes(response.into_body(), 1000).await.unwrap();
        assert_eq!(body, answer, "{method} {path}");
    }
}
