//! `MergedRoutes`, which finds out the path of a merged route.

use std::{convert::Infallible, future::ready};

use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, Request},
    response::Response,
    routing::Route,
};
use futures_util::FutureExt;
use http::Method;
use tower::{ServiceExt, layer::layer_fn, service_fn};

use crate::routes::RoutePath;

/// The routes of a merged router, each of which answers with its path.
///
/// The matched path of the request itself may start with that of a router around the application.
#[derive(Clone)]
pub(super) struct MergedRoutes(Router);

impl MergedRoutes {
    pub(super) fn new(router: &Router) -> Self {
        let answer_with_path = layer_fn(|_: Route| {
            service_fn(|mut req: Request| {
                let mut response = Response::new(Body::empty());
                if let Some(path) = req.extensions_mut().remove::<MatchedPath>() {
                    response.extensions_mut().insert(path);
                }
                ready(Ok::<_, Infallible>(response))
            })
        });
        Self(router.clone().layer(answer_with_path).with_state(()))
    }

    /// Returns the path of the route that matches. Returns `None` for a service that is nested in the router, since axum
    /// does not reveal where it is nested.
    pub(super) fn path(&self, method: &Method, path: &str) -> Option<RoutePath> {
        let req = Request::builder().method(method).uri(path);
        let response = self.0.clone().oneshot(req.body(Body::empty()).ok()?);
        let Ok(response) = response.now_or_never()?;
        let matched = response.extensions().get::<MatchedPath>()?;
        Some(RoutePath::new(matched.as_str()))
    }
}
