//! The quickstart in plain axum, with the same middleware as `from_fn`.

use std::{any::Any, env, error::Error, io, net::SocketAddr, panic::AssertUnwindSafe, sync::Arc};

use axum::{
    Json, Router,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::get,
};
use futures_util::FutureExt;
use serde_json::{Value, json};
use tokio::{net::TcpListener, signal};
use tower::ServiceBuilder;
use tower_http::cors::{AllowHeaders, AllowMethods, CorsLayer};

fn api() -> Router {
    Router::new()
        .route("/", get(read_root))
        .route(
            "/protected",
            get(protected_route).layer(from_fn(authenticate)),
        )
        .route("/error", get(raise_error))
        .route("/panic", get(raise_panic))
        .fallback(not_found)
        .layer(
            ServiceBuilder::new()
                .layer(cors())
                .layer(from_fn(log_requests))
                .layer(from_fn(handle_errors)),
        )
}

fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(["http://localhost", "http://localhost:8080"].map(HeaderValue::from_static))
        .allow_credentials(true)
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
}

async fn log_requests(req: Request, next: Next) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = next.run(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// Logs the source of an error or a panic.
async fn handle_errors(req: Request, next: Next) -> Response {
    let response = match AssertUnwindSafe(next.run(req)).catch_unwind().await {
        Ok(response) => response,
        Err(panic) => ApiError::internal(message(&*panic).into()).into_response(),
    };
    if let Some(Source(source)) = response.extensions().get() {
        tracing::error!(source = &**source as &dyn Error, "{}", response.status());
    }
    response
}

async fn authenticate(req: Request, next: Next) -> Result<Response, ApiError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(ApiError::new(StatusCode::UNAUTHORIZED, "Unauthorized"));
    }
    Ok(next.run(req).await)
}

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> Result<Json<Value>, ApiError> {
    Err(ApiError::internal(
        io::Error::other("This is a sample error").into(),
    ))
}

#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

async fn not_found() -> ApiError {
    ApiError::new(StatusCode::NOT_FOUND, "Not Found")
}

/// The error of a handler or a middleware.
struct ApiError {
    status: StatusCode,
    detail: &'static str,
    source: Option<Source>,
}

/// The source of the error, which the client does not see.
#[derive(Clone)]
struct Source(Arc<dyn Error + Send + Sync>);

impl ApiError {
    fn new(status: StatusCode, detail: &'static str) -> Self {
        Self {
            status,
            detail,
            source: None,
        }
    }

    fn internal(source: Box<dyn Error + Send + Sync>) -> Self {
        Self {
            source: Some(Source(source.into())),
            ..Self::new(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = Json(json!({ "detail": self.detail }));
        let mut response = (self.status, body).into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let scheme = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, scheme);
        }
        if let Some(source) = self.source {
            response.extensions_mut().insert(source);
        }
        response
    }
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
    let listener = TcpListener::bind(address).await?;
    // Like `concentric::serve`: with the client's address and a graceful shutdown.
    let service = api().into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async {
            let _ = signal::ctrl_c().await;
        })
        .await
}
