//! `MergedRoutes`, which finds out how specific the routes of a merged router are.

use std::{
    convert::Infallible,
    future::ready,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{Router, body::Body, extract::Request, response::Response, routing::Route};
use futures_util::FutureExt;
use http::Method;
use tower::{ServiceExt, layer::layer_fn, service_fn};

use crate::routes::{Segment, segments};

/// The routes of a merged router, each of which answers with its number.
///
/// axum does not tell the paths of a router's routes. But a segment of a path is a parameter of the route
/// that it matches if the route matches it with another segment in its place, too.
#[derive(Clone)]
pub(super) struct MergedRoutes(Router);

/// The number of a route.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Number(usize);

/// A segment that no route has as text.
const OTHER: &str = "~other~";

impl MergedRoutes {
    pub(super) fn new(router: &Router) -> Self {
        let count = Arc::new(AtomicUsize::new(0));
        let numbered = layer_fn(move |_: Route| {
            let number = Number(count.fetch_add(1, Ordering::Relaxed));
            service_fn(move |_: Request| {
                let mut response = Response::new(Body::empty());
                response.extensions_mut().insert(number);
                ready(Ok::<_, Infallible>(response))
            })
        });
        // With its state, each route exists once, and the layer numbers it once.
        Self(router.clone().layer(numbered).with_state(()))
    }

    /// Returns whether the route that matches a path leaves it to the scope with this prefix, by the same
    /// rules as [`Relation`](crate::routes::Relation).
    pub(super) fn yield_to(&self, prefix: &[Segment], method: &Method, path: &str) -> bool {
        let own: Vec<&str> = segments(path).collect();
        let route = self.route(method, &own);
        let matches = |path: &[&str]| self.route(method, path) == route;
        for (at, segment) in prefix.iter().enumerate() {
            let (Some(theirs), before) = (own.get(at), &own[..at.min(own.len())]) else {
                return true;
            };
            let accepts = |other: &str| matches(&[before, &[other], &own[at + 1..]].concat());
            match segment {
                Segment::Text(text) if theirs != text || accepts(OTHER) => return true,
                Segment::Param(literal) => {
                    if !theirs.starts_with(literal.as_str()) {
                        return true;
                    }
                    if !accepts(&format!("{literal}{OTHER}")) {
                        return false;
                    }
                    let is_shorter = !literal.is_empty() && accepts(OTHER);
                    let is_catch_all = matches(&[before, &[OTHER]].concat())
                        && matches(&[before, &[OTHER, OTHER]].concat());
                    if is_shorter || is_catch_all {
                        return true;
                    }
                }
                Segment::Text(_) | Segment::CatchAll => {}
            }
        }
        false
    }

    /// Returns the number of the route that matches a path.
    fn route(&self, method: &Method, path: &[&str]) -> Option<Number> {
        let path = format!("/{}", path.join("/"));
        let req = Request::builder().method(method).uri(path);
        let response = self.0.clone().oneshot(req.body(Body::empty()).ok()?);
        let Ok(response) = response.now_or_never()?;
        response.extensions().get().copied()
    }
}
