//! A 5xx without a body that a layer makes on its own is an error for outer middleware. That of a handler is not.

use std::{convert::Infallible, time::Duration};

use axum::{Router, body::Body, response::IntoResponse};
use concentric::{HttpError, Next, Request, Response, app, middleware};
use http::{HeaderName, HeaderValue, StatusCode};
use tower::{Layer, Service, service_fn, util::MapResponseLayer};
use tower_http::{
    catch_panic::CatchPanicLayer, set_header::SetResponseHeaderLayer, timeout::TimeoutLayer,
    trace::TraceLayer, validate_request::ValidateRequestHeaderLayer,
};

use crate::support::{Events, Site, record_outcome};

/// A layer like that of a session that it cannot save: it answers with this status after the handler.
#[derive(Clone)]
struct CannotSave(StatusCode);

impl<T> Layer<T> for CannotSave
where
    T: Service<Request, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + Sync
        + 'static,
{
    type Service = CannotSaveService<T>;

    fn layer(&self, inner: T) -> CannotSaveService<T> {
        CannotSaveService(self.0, inner)
    }
}

#[derive(Clone)]
struct CannotSaveService<T>(StatusCode, T);

impl<T> Service<Request> for CannotSaveService<T>
where
    T: Service<Request, Response = Response, Error = Infallible, Future: Send>
        + Clone
        + Send
        + Sync
        + 'static,
{
    type Response = Response;
    type Error = Infallible;
    type Future = futures_util::future::BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(
        &mut self,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Result<(), Infallible>> {
        self.1.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> Self::Future {
        let status = self.0;
        let inner = self.1.call(req);
        Box::pin(async move {
            inner.await?;
            Ok((status, [("x-session", "lost")]).into_response())
        })
    }
}

fn x_layer() -> SetResponseHeaderLayer<HeaderValue> {
    let name = HeaderName::from_static("x-layer");
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static("yes"))
}

/// Replaces the body, as a layer that renders errors does.
fn sorry(response: Response) -> Response {
    response.map(|_| Body::from("sorry"))
}

/// Changes a 500 into a 503.
fn unavailable(mut response: Response) -> Response {
    if response.status() == 500 {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    response
}

fn settle_without_body(mut response: Response) -> Response {
    HttpError::settle(&mut response);
    response.map(|_| Body::empty())
}

#[middleware]
async fn settle(req: Request, next: Next) -> Response {
    let mut response = next.run(req).await;
    HttpError::settle(&mut response);
    response
}

#[middleware]
async fn pass(req: Request, next: Next) -> Response {
    next.run(req).await
}

const INTERNAL: StatusCode = StatusCode::INTERNAL_SERVER_ERROR;

async fn bare() -> (StatusCode, &'static str) {
    (INTERNAL, "handler")
}

app! {
    fn own(state: Events) -> Router with [record_outcome, x_layer(), record_outcome] {
        GET "/500" => async || "handler" with [CannotSave(INTERNAL)],
        GET "/inner" => async || "handler" with [x_layer(), CannotSave(INTERNAL)],
        GET "/between" => async || "handler" with [x_layer(), pass, CannotSave(INTERNAL), pass],
        GET "/over-bare" => bare with [CannotSave(INTERNAL)],
        GET "/timeout" => std::future::pending::<()> with [
            TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_secs(1)),
        ],
        GET "/panic" => async || -> () { panic!("on purpose") } with [CatchPanicLayer::new()],
        GET "/changed" => bare with [MapResponseLayer::new(unavailable)],
        GET "/400" => async || "handler" with [CannotSave(StatusCode::BAD_REQUEST)],
        GET "/406" => async || "handler" with [ValidateRequestHeaderLayer::accept("text/html")],
        GET "/bare" => bare with [x_layer(), TraceLayer::new_for_http()],
        GET "/bare-replaced" => bare with [MapResponseLayer::new(sorry)],
        GET "/settled" => async || HttpError::service_unavailable("later")
            with [x_layer(), settle, x_layer()],
        GET "/settled-by-a-layer" => async || HttpError::service_unavailable("later")
            with [x_layer(), MapResponseLayer::new(settle_without_body), x_layer()],
        mount "/service" => service_fn(async |_: Request| {
            Ok::<_, Infallible>((INTERNAL, "service").into_response())
        }),
        scope "/scope" with [settle, CannotSave(INTERNAL)] {
            GET "/" => async || "handler",
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_5xx_of_a_layer_is_an_error_that_carries_its_response() {
    let site = Site::new(own);
    for (path, outcome, answer) in [
        ("/500", "Err 500: Internal Server Error", "500 "),
        ("/inner", "Err 500: Internal Server Error", "500 "),
        ("/between", "Err 500: Internal Server Error", "500 "),
        ("/over-bare", "Err 500: Internal Server Error", "500 "),
        ("/timeout", "Err 504: Gateway Timeout", "504 "),
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            [outcome, outcome, answer],
            "{path}"
        );
    }
    assert_eq!(
        site.send("GET", "/500").await,
        "500\ncontent-length: 0\nx-layer: yes\nx-session: lost\n\n"
    );
}

#[tokio::test]
async fn a_4xx_or_a_body_of_a_layer_and_a_5xx_of_a_handler_are_ok() {
    let site = Site::new(own);
    for (path, outcome, answer) in [
        ("/400", "Ok 400", "400 "),
        ("/bare", "Ok 500", "500 handler"),
        ("/bare-replaced", "Ok 500", "500 sorry"),
        ("/panic", "Ok 500", "500 Service panicked"),
        ("/changed", "Ok 503", "503 handler"),
        ("/settled", "Ok 503", r#"503 {"detail":"later"}"#),
        ("/settled-by-a-layer", "Ok 503", "503 "),
        ("/service", "Ok 500", "500 service"),
        ("/scope", "Ok 500", "500 "),
    ] {
        assert_eq!(
            site.trace("GET", path).await,
            [outcome, outcome, answer],
            "{path}"
        );
    }
}
