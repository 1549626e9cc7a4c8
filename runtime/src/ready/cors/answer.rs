//! What a `Cors` does with a request and its response.

use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, HeaderValue, Method, StatusCode,
    header::{
        ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS,
        ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS,
        ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_REQUEST_METHOD,
        COOKIE, ORIGIN,
    },
};
use pin_project_lite::pin_project;
use tower::Layer;

use super::{Cors, vary};
use crate::{
    as_layer::{MiddlewareLayer, MiddlewareService},
    chain::{Chain, HttpService, Middleware, Next, Provides},
    error::HttpError,
};

const ANY: HeaderValue = HeaderValue::from_static("*");
const TRUE: HeaderValue = HeaderValue::from_static("true");

/// What the response to a request with an origin says about it.
struct Grant {
    /// The allowed origin. It is `None` if the origin is refused.
    origin: Option<HeaderValue>,
    varies: bool,
}

impl Grant {
    fn add_to(self, headers: &mut HeaderMap, credentials: bool) {
        if let Some(origin) = self.origin {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if credentials {
            headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, TRUE);
        }
        if self.varies {
            vary::by_origin(headers);
        }
    }
}

impl Cors {
    /// Decides about an origin. `is_named` says whether the response must name it even if all are allowed.
    fn grant(&self, origin: &HeaderValue, req: &Request, is_named: bool) -> Grant {
        let varies = !self.origins.any || is_named;
        let origin = if varies {
            self.origins.find(origin, req)
        } else {
            Some(ANY)
        };
        Grant { origin, varies }
    }

    fn preflight(&self, origin: &HeaderValue, method: &HeaderValue, req: &Request) -> Response {
        let grant = self.grant(origin, req, self.credentials);
        let requested = req.headers().get(ACCESS_CONTROL_REQUEST_HEADERS);
        let refused = [
            ("origin", grant.origin.is_none()),
            ("method", !self.methods.allow_method(method)),
            (
                "headers",
                requested.is_some_and(|list| !self.headers.allow_headers(list)),
            ),
        ];
        let refused: Vec<_> = refused
            .iter()
            .filter(|(_, is_refused)| *is_refused)
            .map(|(name, _)| *name)
            .collect();
        let mut response = if refused.is_empty() {
            "OK".into_response()
        } else {
            refusal(&refused)
        };
        let headers = response.headers_mut();
        grant.add_to(headers, self.credentials);
        headers.insert(ACCESS_CONTROL_ALLOW_METHODS, self.methods.value.clone());
        headers.insert(ACCESS_CONTROL_MAX_AGE, self.max_age.clone());
        let allowed = if self.headers.any {
            requested
        } else {
            Some(&self.headers.value)
        };
        if let Some(allowed) = allowed {
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, allowed.clone());
        }
        response
    }
}

/// Returns the response to a preflight that asks for more than is allowed. It is an error for outer middleware.
fn refusal(refused: &[&str]) -> Response {
    let detail = format!("Disallowed CORS {}", refused.join(", "));
    let mut response = (StatusCode::BAD_REQUEST, detail.clone()).into_response();
    response
        .extensions_mut()
        .insert(HttpError::bad_request(detail));
    response
}

impl Provides for Cors {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for Cors {
    fn handle<'a, E: Chain<S>>(
        &'a self,
        req: Request,
        next: Next<'a, (), S, E>,
    ) -> impl Future<Output = Response> + Send + 'a {
        let headers = req.headers();
        let origin = headers.get(ORIGIN);
        if let Some(origin) = origin
            && req.method() == Method::OPTIONS
            && let Some(method) = headers.get(ACCESS_CONTROL_REQUEST_METHOD)
        {
            let response = Some(self.preflight(origin, method, &req));
            return Answer::Preflight { response };
        }
        let grant = origin.map(|origin| {
            // Browsers do not accept a `*` for a request with credentials. Those other than cookies are not seen here.
            let is_named = self.origins.any && (self.credentials || headers.contains_key(COOKIE));
            self.grant(origin, &req, is_named)
        });
        Answer::Running {
            running: next.try_run(req),
            cors: self,
            grant,
        }
    }
}

pin_project! {
    /// The future of a `Cors`. An `async` block would move the future of the inner middleware three times.
    #[project = AnswerStep]
    enum Answer<'a, F> {
        Preflight { response: Option<Response> },
        Running {
            #[pin]
            running: F,
            cors: &'a Cors,
            grant: Option<Grant>,
        },
    }
}

impl<F: Future<Output = Result<Response, HttpError>>> Future for Answer<'_, F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Response> {
        let (running, cors, grant) = match self.project() {
            AnswerStep::Preflight { response } => {
                return response.take().map_or(Poll::Pending, Poll::Ready);
            }
            AnswerStep::Running {
                running,
                cors,
                grant,
            } => (running, cors, grant),
        };
        let mut response = match ready!(running.poll(cx)) {
            Ok(response) => response,
            Err(error) => error.into_response(),
        };
        let headers = response.headers_mut();
        if let Some(grant) = grant.take() {
            grant.add_to(headers, cors.credentials);
            if let Some(exposed) = &cors.exposed {
                headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, exposed.clone());
            }
        } else {
            // A cache must not answer a request with an origin with this response, since it allows none:
            // https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
            vary::by_origin(headers);
        }
        Poll::Ready(response)
    }
}

/// A layer for a plain axum router.
impl<T: HttpService> Layer<T> for Cors {
    type Service = MiddlewareService<Self, (), ()>;

    fn layer(&self, service: T) -> Self::Service {
        MiddlewareLayer::new(self.clone(), ()).layer(service)
    }
}
