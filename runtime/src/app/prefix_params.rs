//! `PrefixParams`, which gives a request the path parameters of a scope's prefix.

use std::mem;

use axum::{
    Router,
    body::Body,
    extract::{MatchedPath, OriginalUri, Request},
    response::Response,
    routing::any,
};
use tower::ServiceExt;

/// Gives a request the path parameters of a prefix, in place of those that a route has set.
///
/// axum's type for parameters is private, so they are those that axum extracts from another request: one whose path has
/// nothing but the values of the parameters, so it is shorter than that of the request.
pub(super) struct PrefixParams(Router);

/// The last segment of a path whose last parameter is empty, since axum matches no empty segment at the end.
const END: &str = "/-";

impl PrefixParams {
    pub(super) fn new(prefix: &str) -> Self {
        let params = prefix.split('/').filter_map(|segment| {
            let name = segment.replace("{{", "").replace("}}", "");
            let name = name.split_once('{')?.1.strip_suffix('}')?.to_owned();
            Some(format!("/{{{name}}}"))
        });
        let params: String = params.collect();
        let extensions = any(async |mut req: Request| {
            let mut response = Response::new(Body::empty());
            *response.extensions_mut() = mem::take(req.extensions_mut());
            response
        });
        let router = Router::new().route(&format!("{params}{END}"), extensions.clone());
        Self(if params.is_empty() {
            router
        } else {
            router.route(&params, extensions)
        })
    }

    /// Sets the parameters of a request. Removes its matched path, which is that of a route.
    pub(super) async fn set(&self, req: &mut Request, values: &[String]) {
        let mut path: String = values.iter().flat_map(|value| ["/", value]).collect();
        if values.last().is_none_or(String::is_empty) {
            path += END;
        }
        if let Ok(only_params) = Request::get(path).body(Body::empty()) {
            let Ok(mut response) = self.0.clone().oneshot(only_params).await;
            let mut extensions = mem::take(response.extensions_mut());
            extensions.remove::<OriginalUri>();
            req.extensions_mut().extend(extensions);
        }
        req.extensions_mut().remove::<MatchedPath>();
    }
}
