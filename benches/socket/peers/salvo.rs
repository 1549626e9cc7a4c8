//! The quickstart in salvo, with its `Cors`, `CatchPanic` and `Catcher`.

use std::{env, io};

use ::salvo::{
    Depot, FlowCtrl, Request, Response, Router, Server, Service, Writer, async_trait,
    catch_panic::CatchPanic,
    catcher::Catcher,
    conn::{Listener, TcpListener},
    cors::{AllowHeaders, AllowMethods, Cors},
    handler,
    http::{HeaderValue, StatusCode, StatusError, header},
    writing::Json,
};
use serde_json::{Value, json};

fn api() -> Service {
    let router = Router::new()
        .get(read_root)
        .push(
            Router::with_path("protected")
                .hoop(authenticate)
                .get(protected_route),
        )
        .push(Router::with_path("error").get(raise_error))
        .push(Router::with_path("panic").get(raise_panic));
    Service::new(router)
        .hoop(cors().into_handler())
        .hoop(log_requests)
        .hoop(CatchPanic::new())
        .catcher(Catcher::default().hoop(handle_errors))
}

fn cors() -> Cors {
    Cors::new()
        .allow_origin(["http://localhost", "http://localhost:8080"])
        .allow_credentials(true)
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
}

#[handler]
async fn log_requests(
    req: &mut Request,
    depot: &mut Depot,
    res: &mut Response,
    ctrl: &mut FlowCtrl,
) {
    let line = format!("{} {}", req.method(), req.uri());
    ctrl.call_next(req, depot, res).await;
    tracing::info!("{line} {}", res.status_code.unwrap_or_default());
}

/// Writes the body of an error. Whatever raised the error has logged its source.
#[handler]
async fn handle_errors(res: &mut Response, ctrl: &mut FlowCtrl) {
    let status = res.status_code.unwrap_or(StatusCode::NOT_FOUND);
    res.render(Json(json!({ "detail": status.canonical_reason() })));
    ctrl.skip_rest();
}

#[handler]
async fn authenticate(req: &mut Request, res: &mut Response, ctrl: &mut FlowCtrl) {
    let token = req.headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        res.render(StatusError::unauthorized());
        let scheme = HeaderValue::from_static("Bearer");
        res.headers_mut().insert(header::WWW_AUTHENTICATE, scheme);
        ctrl.skip_rest();
    }
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
async fn raise_error() -> Result<Json<Value>, ApiError> {
    Err(io::Error::other("This is a sample error").into())
}

#[handler]
#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

/// The error of a handler, whose source the client does not see.
struct ApiError(io::Error);

impl From<io::Error> for ApiError {
    fn from(source: io::Error) -> Self {
        Self(source)
    }
}

#[async_trait]
impl Writer for ApiError {
    async fn write(self, _req: &mut Request, _depot: &mut Depot, res: &mut Response) {
        tracing::error!(source = %self.0, "Internal Server Error");
        res.render(StatusError::internal_server_error());
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    let acceptor = TcpListener::new(address).bind().await;
    Server::new(acceptor).try_serve(api()).await
}
