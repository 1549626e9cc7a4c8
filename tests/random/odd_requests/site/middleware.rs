//! Middleware with all kinds of extractors.

use std::collections::HashMap;

use axum::{
    extract::{self, MatchedPath, Path, Query, RawPathParams},
    http::{HeaderValue, StatusCode, Uri, Version, header::HeaderName},
};
use concentric::{HttpError, Next, Provided, Request, Response, middleware};

use super::state::{MARK, State};

const ERROR: HeaderName = HeaderName::from_static("x-error");

/// The language of a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Language {
    English,
    German,
}

#[derive(Clone)]
pub(super) struct User(pub(super) String);

/// Marks the response, and notes a 5xx with the request.
#[middleware]
pub(super) async fn record(
    extract::State(state): extract::State<State>,
    req: Request,
    next: Next,
) -> Response {
    let line = format!("{} {:?} {:?}", req.method(), req.uri(), req.version());
    let is_http2 = req.version() == Version::HTTP_2;
    let mut response = next.run(req).await;
    response
        .headers_mut()
        .insert(MARK, HeaderValue::from_static("site"));
    state.answered(is_http2);
    if response.status().is_server_error() {
        state.fault(format!(
            "{line} -> {} {:?}",
            response.status(),
            response.headers()
        ));
    }
    response
}

/// Takes the language from the path and removes it there, as in the documentation.
#[middleware]
pub(super) async fn language(
    mut req: Request,
    next: Next<Language>,
) -> Result<Response, HttpError> {
    let mut uri = req.uri().clone().into_parts();
    let target = uri
        .path_and_query
        .as_ref()
        .map_or("", |target| target.as_str());
    let Some(rest) = target.strip_prefix("/de/") else {
        return Ok(next.provide(Language::English).run(req).await);
    };
    uri.path_and_query = Some(format!("/{rest}").parse()?);
    *req.uri_mut() = Uri::from_parts(uri)?;
    Ok(next.provide(Language::German).run(req).await)
}

/// Sees the error, and adds a header to it.
#[middleware]
pub(super) async fn report(req: Request, next: Next) -> Result<Response, HttpError> {
    let response = next.try_run(req).await;
    response.map_err(|error| {
        let detail =
            HeaderValue::from_str(error.detail()).unwrap_or(HeaderValue::from_static("odd"));
        error.with_header(ERROR, detail)
    })
}

/// Adds the path of the route to a response, and notes the routes that answer with a success.
#[middleware]
pub(super) async fn matched(
    extract::State(state): extract::State<State>,
    path: Option<MatchedPath>,
    req: Request,
    next: Next,
) -> Response {
    let mut response = next.run(req).await;
    let Some(path) = path else {
        return response;
    };
    if response.status().is_success() || response.status() == StatusCode::SWITCHING_PROTOCOLS {
        state.succeeded(path.as_str());
    }
    if let Ok(path) = HeaderValue::from_str(path.as_str()) {
        response.headers_mut().insert("x-matched", path);
    }
    response
}

#[middleware]
pub(super) async fn query(
    Query(_): Query<HashMap<String, String>>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    next.try_run(req).await
}

#[middleware]
pub(super) async fn one_parameter(
    Path(tenant): Path<String>,
    mut req: Request,
    next: Next,
) -> Response {
    if let Ok(tenant) = HeaderValue::from_str(&tenant) {
        req.headers_mut().insert("x-tenant", tenant);
    }
    next.run(req).await
}

#[middleware]
pub(super) async fn map_parameters(
    Path(_): Path<HashMap<String, String>>,
    req: Request,
    next: Next,
) -> Response {
    next.run(req).await
}

#[middleware]
pub(super) async fn raw_parameters(
    parameters: RawPathParams,
    req: Request,
    next: Next,
) -> Response {
    let length: usize = parameters
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    let mut response = next.run(req).await;
    response.headers_mut().insert("x-parameters", length.into());
    response
}

/// Rejects a request without a user.
#[middleware]
pub(super) async fn authenticate(req: Request, next: Next<User>) -> Result<Response, HttpError> {
    let user = req
        .headers()
        .get("authorization")
        .and_then(|user| user.to_str().ok());
    let user = user.ok_or_else(|| HttpError::unauthorized("who are you?"))?;
    let user = User(user.to_owned());
    Ok(next.provide(user).run(req).await)
}

#[middleware]
pub(super) async fn require_ann(
    user: Provided<User>,
    req: Request,
    next: Next,
) -> Result<Response, HttpError> {
    if !user.0.0.contains("ann") {
        return Err(HttpError::forbidden("only for Ann"));
    }
    next.try_run(req).await
}

/// No outer middleware provides the user for some of its routes.
#[middleware]
pub(super) async fn optional_user(
    user: Option<Provided<User>>,
    req: Request,
    next: Next,
) -> Response {
    let mut response = next.run(req).await;
    let is_known = HeaderValue::from_static(if user.is_some() { "yes" } else { "no" });
    response.headers_mut().insert("x-user", is_known);
    response
}
