//! The quickstart in plain axum, with the same middleware as `from_fn`.

mod plain_axum;

use std::{env, io, net::SocketAddr, panic::AssertUnwindSafe};

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
};
use futures_util::FutureExt;
use tokio::{net::TcpListener, signal};
use tower::ServiceBuilder;
use tower_http::cors::{AllowHeaders, AllowMethods, CorsLayer};

use self::plain_axum::{ApiError, log_source, routes};

fn api() -> Router {
    routes(|protected| protected.layer(from_fn(authenticate))).layer(
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
        Err(panic) => ApiError::panicked(&*panic).into_response(),
    };
    log_source(&response);
    response
}

async fn authenticate(req: Request, next: Next) -> Result<Response, ApiError> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(ApiError::unauthorized());
    }
    Ok(next.run(req).await)
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
