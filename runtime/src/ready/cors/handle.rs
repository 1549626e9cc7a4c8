//! Handles a request: the response to a preflight request, and the headers of other responses.

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderValue, Method, header};

use super::{
    Cors,
    list::{has, names, vary_by},
};
use crate::{
    chain::{Chain, Middleware, Next, Provides},
    error::HttpError,
    ready::plain_layer::plain_layer,
};

const VARIES_BY_ORIGIN: HeaderValue = HeaderValue::from_static("Origin");

/// What the response to a request with an origin says about it.
struct Grant {
    /// The allowed origin. It is `None` if the origin is rejected.
    origin: Option<HeaderValue>,
    varies: bool,
}

impl Cors {
    /// Decides about an origin.
    fn grant(&self, origin: &HeaderValue, req: &Request) -> Result<Grant, HttpError> {
        // Browsers do not accept a `*` for a request with credentials. Those other than cookies are not seen here.
        let is_named = || self.credentials || req.headers().contains_key(header::COOKIE);
        let varies = !self.origins.any || is_named();
        let origin = if varies {
            self.origins.find(origin, req)?
        } else {
            Some(const { HeaderValue::from_static("*") })
        };
        Ok(Grant { origin, varies })
    }

    fn add_grant(&self, grant: Grant, headers: &mut HeaderMap) {
        if let Some(origin) = grant.origin {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if self.credentials {
            let value = const { HeaderValue::from_static("true") };
            headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, value);
        }
        if grant.varies {
            vary_by(headers, VARIES_BY_ORIGIN);
        }
    }

    /// Returns the response to a preflight request. It is an error for outer middleware if it rejects something.
    fn preflight(&self, grant: Grant, method: &HeaderValue, req: &Request) -> Response {
        let requested = req.headers().get(header::ACCESS_CONTROL_REQUEST_HEADERS);
        let are_allowed = |list: &HeaderValue| {
            let allowed = self.headers.as_ref();
            allowed.is_none_or(|allowed| names(list).all(|name| has(allowed, name)))
        };
        let mut rejected = vec![];
        if grant.origin.is_none() {
            rejected.push("origin");
        }
        if !names(&self.methods).any(|name| name == method.as_bytes()) {
            rejected.push("method");
        }
        if !requested.is_none_or(are_allowed) {
            rejected.push("headers");
        }
        let mut response = if rejected.is_empty() {
            "OK".into_response()
        } else {
            let detail = format!("Disallowed CORS {}", rejected.join(", "));
            let text = HeaderValue::from_static("text/plain; charset=utf-8");
            HttpError::bad_request(&*detail)
                .with_body(detail, text)
                .into_response()
        };
        let headers = response.headers_mut();
        self.add_grant(grant, headers);
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, self.methods.clone());
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, self.max_age.clone());
        if let Some(allowed) = self.headers.as_ref().or(requested) {
            headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, allowed.clone());
        }
        if self.headers.is_none() {
            let name = HeaderValue::from_static("Access-Control-Request-Headers");
            vary_by(headers, name);
        }
        response
    }
}

impl Provides for Cors {
    type Types = ();
}

impl<S: Send + Sync + 'static> Middleware<S> for Cors {
    async fn handle<'a, E: Chain<S>>(&'a self, req: Request, next: Next<'a, (), S, E>) -> Response {
        let headers = req.headers();
        let grant = headers
            .get(header::ORIGIN)
            .map(|origin| self.grant(origin, &req));
        let method = match *req.method() {
            Method::OPTIONS => headers.get(header::ACCESS_CONTROL_REQUEST_METHOD),
            _ => None,
        };
        let grant = match (grant.transpose(), method) {
            (Ok(Some(grant)), Some(method)) => return self.preflight(grant, method, &req),
            (Ok(grant), _) => grant,
            (Err(error), _) => return error.into_response(),
        };
        let result = next.try_run(req).await;
        let mut response = result.unwrap_or_else(IntoResponse::into_response);
        let headers = response.headers_mut();
        let Some(grant) = grant else {
            // A cache must not answer a request with an origin with this response, since it allows none:
            // https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
            vary_by(headers, VARIES_BY_ORIGIN);
            return response;
        };
        self.add_grant(grant, headers);
        if let Some(exposed) = &self.exposed {
            headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed.clone());
        }
        response
    }
}

plain_layer!(Cors);
