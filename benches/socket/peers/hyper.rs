//! The quickstart in hyper alone, with a function for each middleware.

use std::{any::Any, convert::Infallible, env, io, panic::AssertUnwindSafe};

use futures_util::FutureExt;
use http_body_util::Full;
use hyper::{
    HeaderMap, Method, Request, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

type Response = hyper::Response<Full<Bytes>>;

async fn api(req: Request<Incoming>) -> Result<Response, Infallible> {
    Ok(cors(req).await)
}

async fn cors(req: Request<Incoming>) -> Response {
    let headers = req.headers();
    let origin = headers.get(header::ORIGIN).cloned();
    let origin =
        origin.filter(|origin| origin == "http://localhost" || origin == "http://localhost:8080");
    let mut response = match preflight(req.method(), headers) {
        Some(response) => response,
        None => log_requests(req).await,
    };
    let headers = response.headers_mut();
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        let credentials = HeaderValue::from_static("true");
        headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials);
    }
    headers.insert(header::VARY, HeaderValue::from_static("origin"));
    response
}

/// Returns the response to a preflight request.
fn preflight(method: &Method, headers: &HeaderMap) -> Option<Response> {
    if *method != Method::OPTIONS {
        return None;
    }
    let method = headers.get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    let mut response = Response::default();
    let allowed = response.headers_mut();
    allowed.insert(header::ACCESS_CONTROL_ALLOW_METHODS, method.clone());
    if let Some(names) = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        allowed.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, names.clone());
    }
    Some(response)
}

async fn log_requests(req: Request<Incoming>) -> Response {
    let line = format!("{} {}", req.method(), req.uri());
    let response = handle_errors(req).await;
    tracing::info!("{line} {}", response.status());
    response
}

/// Makes a response of an error or a panic, and logs the source.
async fn handle_errors(req: Request<Incoming>) -> Response {
    let result = AssertUnwindSafe(route(req)).catch_unwind().await;
    let error = match result {
        Ok(Ok(response)) => return response,
        Ok(Err(error)) => error,
        Err(panic) => ApiError::Internal(message(&*panic).to_owned()),
    };
    let status = match &error {
        ApiError::Unauthorized => StatusCode::UNAUTHORIZED,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::Internal(source) => {
            tracing::error!(source, "Internal Server Error");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    let mut response = json_response(&json!({ "detail": status.canonical_reason() }));
    *response.status_mut() = status;
    if status == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, scheme);
    }
    response
}

enum ApiError {
    Unauthorized,
    NotFound,
    /// With its source, which the client does not see.
    Internal(String),
}

async fn route(req: Request<Incoming>) -> Result<Response, ApiError> {
    match (req.method(), req.uri().path()) {
        (&Method::GET, "/") => read_root().await,
        (&Method::GET, "/protected") => {
            authenticate(req.headers())?;
            protected_route().await
        }
        (&Method::GET, "/error") => raise_error().await,
        (&Method::GET, "/panic") => raise_panic().await,
        _ => Err(ApiError::NotFound),
    }
}

fn authenticate(headers: &HeaderMap) -> Result<(), ApiError> {
    let token = headers.get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(ApiError::Unauthorized);
    }
    Ok(())
}

async fn read_root() -> Result<Response, ApiError> {
    Ok(json_response(&json!({ "Hello": "World" })))
}

async fn protected_route() -> Result<Response, ApiError> {
    Ok(json_response(
        &json!({ "message": "This is a protected route" }),
    ))
}

async fn raise_error() -> Result<Response, ApiError> {
    Err(ApiError::Internal("This is a sample error".to_owned()))
}

#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Result<Response, ApiError> {
    panic!("This is a sample panic")
}

fn json_response(value: &Value) -> Response {
    let mut response = Response::new(value.to_string().into());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
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
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(async move {
            let connection =
                http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(api));
            // Its errors are those of the client and of the network.
            let _ = connection.await;
        });
    }
}
