// What the guides for Express, Hono, actix-web and Phoenix share: the store, the middleware and the handlers of their application, and
// its test. A guide shows the `app!` and one of the middleware, which takes the place of the one here.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard},
};

/// The notes by their numbers.
#[derive(Clone, Default)]
pub struct Notes(Arc<Mutex<BTreeMap<u32, String>>>);

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

mod notes {
    use axum::{
        Json,
        extract::{Path, State},
        http::{StatusCode, header::AUTHORIZATION},
    };
    use concentric::{HttpError, Next, Provided, Request, Response, middleware};
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::Notes;

    #[derive(Clone)]
    pub struct User {
        pub name: String,
        pub is_admin: bool,
    }

    /// Logs each request and its status.
    #[middleware]
    pub async fn log_requests(req: Request, next: Next) -> Response {
        let line = format!("{} {}", req.method(), req.uri());
        let response = next.run(req).await;
        println!("{line} {}", response.status());
        response
    }

    /// Logs the source of each error, and renders the error as `{"error": ..}`.
    #[middleware]
    pub async fn handle_errors(req: Request, next: Next) -> Result<Response, HttpError> {
        next.try_run(req).await.map_err(|error| {
            if let Some(source) = error.source() {
                eprintln!("{error}: {source}");
            }
            let body = json!({ "error": error.detail() });
            error.with_json(body)
        })
    }

    /// Rejects requests without a valid token and provides the `User`.
    #[middleware]
    pub async fn authenticate(
        State(notes): State<Notes>,
        req: Request,
        next: Next<User>,
    ) -> Result<Response, HttpError> {
        let user = notes.user_by_token(req.headers().get(AUTHORIZATION));
        let (name, is_admin) = user.ok_or_else(|| HttpError::unauthorized("who are you?"))?;
        Ok(next.provide(User { name, is_admin }).run(req).await)
    }

    /// Rejects users who are not administrators.
    #[middleware]
    pub async fn require_admin(user: Provided<User>, req: Request, next: Next) -> Result<Response, HttpError> {
        if !user.is_admin {
            return Err(HttpError::forbidden("not for you"));
        }
        Ok(next.run(req).await)
    }

    pub async fn list_notes(State(notes): State<Notes>) -> Json<Vec<String>> {
        Json(notes.list())
    }

    #[derive(Deserialize)]
    pub struct NewNote {
        pub text: String,
    }

    pub async fn create_note(
        State(notes): State<Notes>,
        user: Provided<User>,
        Json(note): Json<NewNote>,
    ) -> (StatusCode, Json<Value>) {
        let id = notes.add(note.text);
        (StatusCode::CREATED, Json(json!({ "id": id, "by": user.name })))
    }

    pub async fn show_note(State(notes): State<Notes>, Path(id): Path<u32>) -> Result<Json<Value>, HttpError> {
        let text = notes.find(id).ok_or_else(|| HttpError::not_found("no such note"))?;
        Ok(Json(json!({ "text": text })))
    }

    pub async fn delete_note(State(notes): State<Notes>, Path(id): Path<u32>) -> Result<StatusCode, HttpError> {
        notes.remove(id).ok_or_else(|| HttpError::not_found("no such note"))?;
        Ok(StatusCode::NO_CONTENT)
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
