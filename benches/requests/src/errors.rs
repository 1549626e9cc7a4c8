//! Applications in which an error passes ten middleware.

use axum::{
    Json, Router,
    extract::Request,
    middleware::{self, from_fn},
    response::{IntoResponse, Response},
    routing::get,
};
use concentric::{HttpError, Next, app, middleware};
use http::StatusCode;
use tower::ServiceBuilder;

use crate::{
    cases::Case,
    contenders::work,
    subject::{Reply, Subject},
};

#[middleware]
async fn pass(req: Request, next: Next) -> Result<Response, HttpError> {
    Ok(next.run(req).await)
}

#[middleware]
async fn attempt(req: Request, next: Next) -> Result<Response, HttpError> {
    next.try_run(req).await
}

async fn missing() -> Result<&'static str, HttpError> {
    Err(HttpError::not_found("no such product"))
}

app! {
    fn passed() -> Router with [pass, pass, pass, pass, pass, pass, pass, pass, pass, pass] {
        GET "/" => missing,
    }
}

app! {
    fn tried() -> Router with [
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
        attempt,
    ] {
        GET "/" => missing,
    }
}

/// The usual error type in plain axum.
struct Missing(&'static str);

impl IntoResponse for Missing {
    fn into_response(self) -> Response {
        let body = Json(serde_json::json!({ "detail": self.0 }));
        (StatusCode::NOT_FOUND, body).into_response()
    }
}

async fn plain_missing() -> Result<&'static str, Missing> {
    Err(Missing("no such product"))
}

async fn plain_pass(req: Request, next: middleware::Next) -> Result<Response, Missing> {
    Ok(next.run(req).await)
}

fn plain() -> Router {
    let five = || {
        ServiceBuilder::new()
            .layer(from_fn(plain_pass))
            .layer(from_fn(plain_pass))
            .layer(from_fn(plain_pass))
            .layer(from_fn(plain_pass))
            .layer(from_fn(plain_pass))
    };
    let ten = ServiceBuilder::new().layer(five()).layer(five());
    Router::new().route("/", get(plain_missing)).layer(ten)
}

pub fn cases() -> Vec<Case> {
    let case = |contender, make: fn() -> Router| Case {
        group: "error",
        contender,
        count: 10,
        expected: Reply {
            status: 404,
            trace: None,
            body: r#"{"detail":"no such product"}"#.to_owned(),
        },
        make: Box::new(move || -> Box<dyn Subject> { work::router(make()) }),
    };
    vec![
        case("app!", passed),
        case("app!, each with try_run", tried),
        case("from_fn, one ServiceBuilder", plain),
    ]
}
