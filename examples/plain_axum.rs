//! Middleware in a plain axum router: each one is a tower layer.

use std::{env, io, sync::Arc, time::Duration};

use axum::{
    Extension, Json, Router,
    extract::State,
    http::{HeaderName, HeaderValue, header},
    routing::get,
};
use concentric::{HttpError, Next, Request, Response, middleware};
use serde_json::{Value, json};
use tokio::{net::TcpListener, time::sleep};
use tower::{ServiceBuilder, timeout::TimeoutLayer};

/// The state of `authenticate`: the valid token and the name of its user.
#[derive(Clone)]
struct Users {
    token: Arc<str>,
    name: Arc<str>,
}

/// The user who sent the request.
#[derive(Clone)]
struct CurrentUser(Arc<str>);

/// Logs one line for each request.
#[middleware]
async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// Logs the sources of errors and turns panics into errors.
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

/// Adds a header to every response.
#[middleware]
async fn add_header(
    #[config] name: &HeaderName,
    #[config] value: &HeaderValue,
    req: Request,
    next: Next,
) -> Response {
    let mut response = next.run(req).await;
    response.headers_mut().insert(name, value.clone());
    response
}

/// Rejects requests without a valid token and provides the `CurrentUser`.
#[middleware]
async fn authenticate(
    State(users): State<Users>,
    req: Request,
    next: Next<CurrentUser>,
) -> Result<Response, HttpError> {
    let authorization = req.headers().get(header::AUTHORIZATION);
    let token = authorization.and_then(|value| value.as_bytes().strip_prefix(b"Bearer "));
    if token != Some(users.token.as_bytes()) {
        return Err(HttpError::unauthorized("invalid token")
            .with_header(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")));
    }
    Ok(next.provide(CurrentUser(users.name)).run(req).await)
}

async fn index() -> &'static str {
    "Hello, World!"
}

/// Extracts the user as an `Extension`. In a plain router, a missing one is an error
/// at run time.
async fn show_user(Extension(user): Extension<CurrentUser>) -> Json<Value> {
    Json(json!({ "name": &*user.0 }))
}

async fn fail() -> Result<String, HttpError> {
    Err(io::Error::other("the disk is full").into())
}

async fn take_long() -> &'static str {
    sleep(Duration::from_secs(60)).await;
    "at last"
}

fn router(users: Users) -> Router {
    // The first layer of a `ServiceBuilder` is the outermost, as in `app!`.
    // In a chain of `.layer` calls, the last one is.
    let around_everything = ServiceBuilder::new()
        .layer(log_requests())
        .layer(add_header(
            HeaderName::from_static("x-served-by"),
            HeaderValue::from_static("plain axum"),
        ))
        .layer(handle_errors())
        // It needs no `HandleErrorLayer`, because the middleware around it handles its error.
        .layer(TimeoutLayer::new(Duration::from_millis(500)));
    let account = Router::new()
        .route("/", get(show_user))
        .layer(authenticate().with_state(users))
        .layer(add_header(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ));
    Router::new()
        .route("/", get(index))
        .route("/error", get(fail))
        .route("/slow", get(take_long))
        .nest("/account", account)
        .layer(around_everything)
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let users = Users {
        token: "secret".into(),
        name: "ada".into(),
    };
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let listener = TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router(users)).await
}
