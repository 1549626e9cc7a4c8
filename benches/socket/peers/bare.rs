//! The routes of the quickstart in axum without middleware: the limit of what is possible.

use std::{env, io};

use axum::{Json, Router, http::StatusCode, routing::get};
use serde_json::{Value, json};
use tokio::net::TcpListener;

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> (StatusCode, Json<Value>) {
    let body = Json(json!({ "detail": "Internal Server Error" }));
    (StatusCode::INTERNAL_SERVER_ERROR, body)
}

async fn not_found() -> (StatusCode, Json<Value>) {
    (
        StatusCode::NOT_FOUND,
        Json(json!({ "detail": "Not Found" })),
    )
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let router = Router::new()
        .route("/", get(read_root))
        .route("/protected", get(protected_route))
        .route("/error", get(raise_error))
        .fallback(not_found);
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    axum::serve(TcpListener::bind(address).await?, router).await
}
