//! The check that the `Path` of each handler fits the parameters of its path.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{Router, body::Body, extract::Request, routing::any};
use futures_util::FutureExt;
use http::{StatusCode, request::Parts};
use tower::ServiceExt;

use crate::{
    chain::Target,
    routes::{RouteInfo, RouteKind},
};

/// Checks the handler of a route.
///
/// # Panics
///
/// Panics if the handler takes a `Path<T>`, and `T` does not have as many values as the path has parameters. Each
/// request would be a 500.
#[expect(clippy::panic, reason = "the application cannot answer the route")]
pub(super) fn check_path_arguments(row: &RouteInfo, target: &dyn Target) {
    if row.kind() != RouteKind::Route {
        return;
    }
    if let Some(argument) = target.misfit(&|| sample(row.path())) {
        let (parameters, plural) = match parameters(row.path()) {
            1 => (1, ""),
            number => (number, "s"),
        };
        panic!(
            "{}:{}: `{}` takes `{argument}`, but \"{}\" has {parameters} parameter{plural}: write a `Path` with one value \
             for each parameter, as in `Path<(u32, String)>` for two, or a struct with their names",
            row.file(),
            row.line(),
            row.handler().unwrap_or_default(),
            row.path(),
        );
    }
}

/// Returns the number of the parameters of a path.
fn parameters(path: &str) -> usize {
    let text = path.replace("{{", "");
    text.matches('{').count()
}

/// Returns the head of a request for a path, with the parameters that axum has found in it.
fn sample(path: &str) -> Option<Parts> {
    let head = Arc::new(Mutex::new(None));
    let found = Arc::clone(&head);
    let store = async move |req: Request| {
        let (parts, _) = req.into_parts();
        *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(parts);
        StatusCode::OK
    };
    let request = Request::builder()
        .uri(requested(path))
        .body(Body::empty())
        .ok()?;
    let router: Router = Router::new().route(path, any(store));
    router.oneshot(request).now_or_never()?.ok()?;
    let mut head = head.lock().unwrap_or_else(PoisonError::into_inner);
    head.take()
}

/// Returns a path that matches, with a `0` for each parameter.
fn requested(path: &str) -> String {
    let mut text = String::new();
    let mut rest = path;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let (brace, after) = rest[at..].split_at(1);
        rest = if let Some(after) = after.strip_prefix(brace) {
            text.push_str(brace);
            after
        } else {
            text.push('0');
            after.split_once('}').map_or("", |(_, after)| after)
        };
    }
    text + rest
}
