//! The quickstart in plain axum, with one hand-written layer that does the work of all its middleware: the limit.

mod plain_axum;

use std::{
    convert::Infallible,
    env,
    future::Future,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Router,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, header},
    response::{IntoResponse, Response},
};
use pin_project_lite::pin_project;
use tokio::net::TcpListener;
use tower::{Service, layer::layer_fn};

use self::plain_axum::{ApiError, log_source, routes};

fn api() -> Router {
    // axum routes first, so the layer is around each route and the fallback.
    routes(|protected| protected).layer(layer_fn(AllInOne))
}

/// CORS, the log, the handling of errors and panics, and authentication.
#[derive(Clone)]
struct AllInOne<T>(T);

impl<T> Service<Request> for AllInOne<T>
where
    T: Service<Request, Response = Response, Error = Infallible>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Responding<T::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, req: Request) -> Self::Future {
        let headers = req.headers();
        let origin = headers.get(header::ORIGIN).and_then(allowed);
        if let Some(response) = preflight(&req) {
            let state = State::Ready {
                response: Some(response),
            };
            return Responding {
                origin,
                line: None,
                state,
            };
        }
        let line = Some(format!("{} {}", req.method(), req.uri()));
        let state = if req.uri().path() == "/protected" && !is_authenticated(headers) {
            State::Ready {
                response: Some(ApiError::unauthorized().into_response()),
            }
        } else {
            // A handler is an async function, which cannot panic before it is polled.
            State::Inner {
                inner: self.0.call(req),
            }
        };
        Responding {
            origin,
            line,
            state,
        }
    }
}

/// Returns the origin if it is allowed.
fn allowed(origin: &HeaderValue) -> Option<HeaderValue> {
    let listed = ["http://localhost", "http://localhost:8080"];
    let found = listed.into_iter().find(|&listed| origin == listed);
    found.map(HeaderValue::from_static)
}

/// Returns the response to a preflight request.
fn preflight(req: &Request) -> Option<Response> {
    if *req.method() != Method::OPTIONS {
        return None;
    }
    let headers = req.headers();
    let method = headers.get(header::ACCESS_CONTROL_REQUEST_METHOD)?;
    let mut response = Response::default();
    let allowed = response.headers_mut();
    allowed.insert(header::ACCESS_CONTROL_ALLOW_METHODS, method.clone());
    if let Some(names) = headers.get(header::ACCESS_CONTROL_REQUEST_HEADERS) {
        allowed.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, names.clone());
    }
    Some(response)
}

fn is_authenticated(headers: &HeaderMap) -> bool {
    let token = headers.get(header::AUTHORIZATION);
    token.is_some_and(|token| token == "Bearer valid_token")
}

pin_project! {
    struct Responding<F> {
        origin: Option<HeaderValue>,
        // The beginning of the log line. A preflight request is not logged.
        line: Option<String>,
        #[pin]
        state: State<F>,
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<F> {
        Inner { #[pin] inner: F },
        Ready { response: Option<Response> },
    }
}

impl<F> Future for Responding<F>
where
    F: Future<Output = Result<Response, Infallible>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let mut response = match this.state.project() {
            StateProjection::Inner { inner } => {
                match catch_unwind(AssertUnwindSafe(|| inner.poll(cx))) {
                    Ok(Poll::Ready(Ok(response))) => response,
                    Ok(Poll::Pending) => return Poll::Pending,
                    Err(panic) => ApiError::panicked(&*panic).into_response(),
                }
            }
            StateProjection::Ready { response } => response.take().unwrap_or_default(),
        };
        if let Some(line) = this.line {
            log_source(&response);
            tracing::info!("{line} {}", response.status());
        }
        let headers = response.headers_mut();
        if let Some(origin) = this.origin.take() {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            let credentials = HeaderValue::from_static("true");
            headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, credentials);
        }
        headers.insert(header::VARY, HeaderValue::from_static("origin"));
        Poll::Ready(Ok(response))
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("ADDRESS").unwrap_or_else(|_| "127.0.0.1:8000".to_owned());
    axum::serve(TcpListener::bind(address).await?, api()).await
}
