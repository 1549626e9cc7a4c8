//! The quickstart in xitca-web, with its `CatchUnwind`, and tower-http's CORS through its adapter.

use std::{convert::Infallible, env, io};

use serde_json::{Value, json};
use tower_http::cors::{AllowHeaders, AllowMethods, CorsLayer};
use xitca_web::{
    App, WebContext,
    error::Error,
    handler::{Responder, handler_service, json::Json},
    http::{HeaderValue, StatusCode, WebResponse, header},
    middleware::{CatchUnwind, tower_http_compat::TowerHttpCompat},
    route::get,
    service::{Service, ServiceExt},
};

fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(["http://localhost", "http://localhost:8080"].map(HeaderValue::from_static))
        .allow_credentials(true)
        .allow_methods(AllowMethods::mirror_request())
        .allow_headers(AllowHeaders::mirror_request())
}

async fn log_requests<S, C, B>(
    next: &S,
    ctx: WebContext<'_, C, B>,
) -> Result<WebResponse, Infallible>
where
    S: for<'r> Service<WebContext<'r, C, B>, Response = WebResponse, Error = Infallible>,
{
    let line = format!("{} {}", ctx.req().method(), ctx.req().uri());
    let response = next.call(ctx).await?;
    tracing::info!("{line} {}", response.status());
    Ok(response)
}

/// Makes a response of an error, and logs the source if the client does not see it.
async fn handle_errors<S, C>(
    next: &S,
    mut ctx: WebContext<'_, C>,
) -> Result<WebResponse, Infallible>
where
    S: for<'r> Service<WebContext<'r, C>, Response = WebResponse, Error = Error>,
    C: 'static,
{
    let error = match next.call(ctx.reborrow()).await {
        Ok(response) => return Ok(response),
        Err(error) => error,
    };
    let mut response = error.call(ctx.reborrow()).await?;
    let status = response.status();
    if status.is_server_error() {
        tracing::error!(source = %error, "{status}");
    }
    if status == StatusCode::UNAUTHORIZED {
        let scheme = HeaderValue::from_static("Bearer");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, scheme);
    }
    let body = Json(json!({ "detail": status.canonical_reason() }));
    match Responder::<WebContext<'_, C>>::map(body, response) {
        Ok(response) => Ok(response),
        Err(error) => error.call(ctx).await,
    }
}

async fn authenticate<S, C, B>(next: &S, ctx: WebContext<'_, C, B>) -> Result<WebResponse, Error>
where
    S: for<'r> Service<WebContext<'r, C, B>, Response = WebResponse, Error = Error>,
{
    let token = ctx.req().headers().get(header::AUTHORIZATION);
    if token.is_none_or(|token| token != "Bearer valid_token") {
        return Err(StatusCode::UNAUTHORIZED.into());
    }
    next.call(ctx).await
}

async fn read_root() -> Json<Value> {
    Json(json!({ "Hello": "World" }))
}

async fn protected_route() -> Json<Value> {
    Json(json!({ "message": "This is a protected route" }))
}

async fn raise_error() -> Result<Json<Value>, Error> {
    Err(io::Error::other("This is a sample error").into())
}

#[expect(
    clippy::panic,
    reason = "the example shows that a panic gets a response"
)]
async fn raise_panic() -> Json<Value> {
    panic!("This is a sample panic")
}

fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    App::new()
        .at("/", get(handler_service(read_root)))
        .at(
            "/protected",
            get(handler_service(protected_route).enclosed_fn(authenticate)),
        )
        .at("/error", get(handler_service(raise_error)))
        .at("/panic", get(handler_service(raise_panic)))
        // The last one is outermost.
        .enclosed(CatchUnwind)
        .enclosed_fn(handle_errors)
        .enclosed_fn(log_requests)
        .enclosed(TowerHttpCompat::new(cors()))
        .serve()
        // As many threads as the others have.
        .worker_threads(1)
        .bind(address)?
        .run()
        .wait()
}
