//! The quickstart in poem, with its `Cors` and `CatchPanic`.

use std::{any::Any, env, io, sync::Arc};

use ::poem::{
    Endpoint, EndpointExt, Error, IntoResponse, Request, Response, Result, Route, Server,
    error::InternalServerError,
    get, handler,
    http::{HeaderValue, StatusCode, header},
    listener::TcpListener,
    middleware::{CatchPanic, Cors},
    web::Json,
};
use serde_json::{Value, json};

fn api() -> impl Endpoint {
    Route::new()
        .at("/", get(read_root))
        .at("/protected", get(protected_route).around(authenticate))
        .at("/error", get(raise_error))
        .at("/panic", get(raise_panic))
        // The last one is outermost.
        .with(CatchPanic::new().with_handler(handle_panic))
        .catch_all_error(handle_error)
        .around(log_requests)
        .with(cors())
}

fn cors() -> Cors {
    Cors::new()
        // With `allow_origins`, a response would have no `Vary: Origin`.
        .allow_origins_fn(|origin| ["http://localhost", "http://localhost:8080"].contains(&origin))
        .allow_credentials(true)
}

async fn log_requests(next: Arc<impl Endpoint>, req: Request) -> Result<Response> {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.get_response(req).await;
    tracing::info!("{line} {}", response.status());
    Ok(response)
}

/// Makes a response of an error, and logs the source if the client does not see it.
async fn handle_error(error: Error) -> impl IntoResponse {
    let status = error.status();
    if status.is_server_error() {
        tracing::error!(source = %error, "{status}");
    }
    let scheme = (status == StatusCode::UNAUTHORIZED).then(|| HeaderValue::from_static("Bearer"));
    let body = Json(json!({ "detail": status.canonical_reason() })).with_status(status);
    match scheme {
        Some(scheme) => body
            .with_header(header::WWW_AUTHENTICATE, scheme)
            .into_response(),
        None => body.into_response(),
    }
}

fn handle_panic(panic: Box<dyn Any + Send>) -> impl IntoResponse {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    tracing::error!(source = message(&*panic), "{status}");
    Json(json!({ "detail": status.canonical_reason() })).with_status(status)
}

async fn authenticate<E: Endpoint>(next: Arc<E>, req: Request) -> Result<E::Output> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(Error::from_status(StatusCode::UNAUTHORIZED));
    }
    next.call(req).await
}

#[handler]
async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

#[handler]
async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

#[handler]
async fn raise_error() -> Result<Json<Value>> {
    Err(InternalServerError(io::Error::other(
        "This is a sample error",
    )))
}

#[handler]
#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

fn message(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic",
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    Server::new(TcpListener::bind(address)).run(api()).await
}
