//! A client of the backend.

use axum::{Router, body::Body};
use concentric::{Request, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::{
    api::{backend, new_store},
    settings::Settings,
};

/// The password of all users.
pub(crate) const PASSWORD: &str = "changethis";
pub(crate) const FRONTEND: &str = "https://app.example.com";
pub(crate) const ADMIN: &str = "admin@example.com";

/// A backend of its own, in memory.
pub(crate) struct Client(Router);

/// A user with a token.
pub(crate) struct User {
    pub(crate) id: String,
    pub(crate) email: String,
    pub(crate) token: String,
}

impl Client {
    /// Starts a backend with one superuser.
    pub(crate) async fn new() -> Self {
        Self::start(true).await
    }

    /// Starts a backend, with or without the private routes.
    pub(crate) async fn start(is_local: bool) -> Self {
        let settings = Settings {
            is_local,
            first_superuser: ADMIN.to_owned(),
            first_superuser_password: PASSWORD.to_owned(),
            frontend: FRONTEND.to_owned(),
            // The least that argon2 allows.
            password_memory: 8,
        };
        let store = new_store(&settings).await.unwrap();
        Self(backend(store, &settings))
    }

    /// Sends a request to a path below `/api/v1`, and returns the response.
    pub(crate) async fn response(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Response {
        let builder = Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"));
        let builder = headers.iter().fold(builder, |builder, (name, value)| {
            builder.header(*name, *value)
        });
        self.0
            .clone()
            .oneshot(builder.body(Body::from(body)).unwrap())
            .await
            .unwrap()
    }

    /// Sends a request without a body, with a token if it is not empty.
    pub(crate) async fn send(&self, method: &str, path: &str, token: &str) -> (u16, Value) {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", &*bearer)];
        let headers = if token.is_empty() { &[][..] } else { &headers };
        read(self.response(method, path, headers, String::new()).await).await
    }

    /// Sends a request with a JSON body.
    pub(crate) async fn json(
        &self,
        method: &str,
        path: &str,
        token: &str,
        body: Value,
    ) -> (u16, Value) {
        let bearer = format!("Bearer {token}");
        let kind = ("content-type", "application/json");
        let headers = [kind, ("authorization", &*bearer)];
        let headers = if token.is_empty() {
            &headers[..1]
        } else {
            &headers
        };
        read(self.response(method, path, headers, body.to_string()).await).await
    }

    /// Sends the form of a login.
    pub(crate) async fn log_in(&self, form: &str) -> (u16, Value) {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        read(
            self.response("POST", "/login/access-token", &headers, form.to_owned())
                .await,
        )
        .await
    }

    /// Returns the token of a user.
    pub(crate) async fn token(&self, email: &str) -> String {
        let (status, token) = self
            .log_in(&format!("username={email}&password={PASSWORD}"))
            .await;
        assert_eq!((status, &token["token_type"]), (200, &json!("bearer")));
        token["access_token"].as_str().unwrap().to_owned()
    }

    /// Returns the first superuser.
    pub(crate) async fn admin(&self) -> User {
        let token = self.token(ADMIN).await;
        let (_, me) = self.send("GET", "/users/me", &token).await;
        User {
            id: text(&me["id"]),
            email: ADMIN.to_owned(),
            token,
        }
    }

    /// Creates a user.
    pub(crate) async fn user(&self, name: &str) -> User {
        let email = format!("{name}@example.com");
        let new = json!({ "email": email, "password": PASSWORD });
        let (status, user) = self.json("POST", "/users/signup", "", new).await;
        assert_eq!(status, 200, "{user}");
        User {
            id: text(&user["id"]),
            token: self.token(&email).await,
            email,
        }
    }
}

/// Returns the status and the JSON of a response.
pub(crate) async fn read(response: Response) -> (u16, Value) {
    let status = response.status().as_u16();
    let body = body(response).await;
    let value = serde_json::from_str(&body);
    (
        status,
        value.unwrap_or_else(|error| panic!("{error}: {body}")),
    )
}

/// Returns the body of a response.
pub(crate) async fn body(response: Response) -> String {
    let body = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(body.to_vec()).unwrap()
}

/// Returns the text of a JSON string.
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Returns the response to a failed request.
pub(crate) fn error(status: u16, detail: &str) -> (u16, Value) {
    (status, json!({ "detail": detail }))
}

/// Returns the response to a request that succeeds.
pub(crate) fn message(message: &str) -> (u16, Value) {
    (200, json!({ "message": message }))
}
