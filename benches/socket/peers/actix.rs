//! The quickstart in actix-web, with `from_fn` and actix-cors.

use std::{any::Any, env, fmt, io, panic::AssertUnwindSafe};

use actix_cors::Cors;
use actix_web::{
    App, Error, HttpResponse, HttpServer, ResponseError,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{StatusCode, header},
    middleware::{Next, from_fn},
    web::{self, Json},
};
use futures_util::FutureExt;
use serde_json::{Value, json};

fn cors() -> Cors {
    Cors::default()
        .allowed_origin("http://localhost")
        .allowed_origin("http://localhost:8080")
        .supports_credentials()
        .allow_any_method()
        .allow_any_header()
}

async fn log_requests(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let line = format!("{} {}", req.method(), req.uri());
    let result = next.call(req).await;
    let status = match &result {
        Ok(response) => response.status(),
        Err(error) => error.as_response_error().status_code(),
    };
    tracing::info!("{line} {status}");
    result
}

/// Logs the source of an error or a panic.
async fn handle_errors(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let result = AssertUnwindSafe(next.call(req)).catch_unwind().await;
    let result =
        result.unwrap_or_else(|panic| Err(ApiError::Internal(message(&*panic).to_owned()).into()));
    // The error of a handler is in its response.
    let error = match &result {
        Ok(response) => response.response().error(),
        Err(error) => Some(error),
    };
    if let Some(ApiError::Internal(source)) = error.and_then(Error::as_error) {
        tracing::error!(source, "Internal Server Error");
    }
    result
}

async fn authenticate(
    req: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(ApiError::Unauthorized.into());
    }
    next.call(req).await
}

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> Result<Json<Value>, ApiError> {
    Err(ApiError::Internal("This is a sample error".to_owned()))
}

#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

async fn not_found() -> Result<Json<Value>, ApiError> {
    Err(ApiError::NotFound)
}

/// The error of a handler or a middleware.
#[derive(Debug)]
enum ApiError {
    Unauthorized,
    NotFound,
    /// With its source, which the client does not see.
    Internal(String),
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unauthorized => "Unauthorized",
            Self::NotFound => "Not Found",
            Self::Internal(_) => "Internal Server Error",
        })
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        if let Self::Unauthorized = self {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response.json(json!({ "detail": self.to_string() }))
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(message), _) => message,
        (None, Some(message)) => message,
        (None, None) => "a panic",
    }
}

#[actix_web::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let api = || {
        App::new()
            .route("/", web::get().to(read_root))
            .service(
                web::resource("/protected")
                    .wrap(from_fn(authenticate))
                    .get(protected_route),
            )
            .route("/error", web::get().to(raise_error))
            .route("/panic", web::get().to(raise_panic))
            .default_service(web::to(not_found))
            // The last one is outermost.
            .wrap(from_fn(handle_errors))
            .wrap(from_fn(log_requests))
            .wrap(cors())
    };
    // As many threads as the others have.
    HttpServer::new(api).workers(1).bind(address)?.run().await
}
