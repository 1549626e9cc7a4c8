//! A small JSON API with CORS, request logging, error handling and bearer authentication.

use std::{env, io};

use axum::{
    Json, Router,
    http::{HeaderValue, header},
};
use concentric::{Cors, HttpError, Next, Request, Response, app, middleware};
use serde_json::{Value, json};
use tokio::net::TcpListener;

app! {
    /// The API. This list wraps every response, including a 404, a 500 and a panic.
    fn api() -> Router with [cors(), log_requests, handle_errors] {
        GET "/" => read_root,
        GET "/protected" => protected_route with [authenticate],
        GET "/error" => raise_error,
        GET "/panic" => raise_panic,
    }
}

/// Allows two origins, with credentials.
fn cors() -> Cors {
    Cors::origins(["http://localhost", "http://localhost:8080"])
        .credentials(true)
        .any_method()
        .any_header()
}

/// Logs one line for each request.
#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// Logs the source of an error or a panic, which the client does not get.
#[middleware]
async fn handle_errors(req: Request, next: Next) -> Result<Response, HttpError> {
    let result = next.try_run(req).await;
    if let Err(error) = &result
        && let Some(source) = error.source()
    {
        tracing::error!(source, "{error}");
    }
    result
}

/// Rejects requests without the valid token.
#[middleware]
async fn authenticate(req: Request, next: Next) -> Result<Response, HttpError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(HttpError::unauthorized("Unauthorized")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
    }
    Ok(next.run(req).await)
}

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> Result<Json<Value>, HttpError> {
    Err(io::Error::other("This is a sample error").into())
}

#[expect(clippy::panic, reason = "shows that a panic is answered")]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    // `cargo run --example quickstart -- --routes` prints the route table.
    if env::args().any(|arg| arg == "--routes") {
        println!("{}", api::ROUTES);
    }
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    concentric::serve(listener, api()).await
}
