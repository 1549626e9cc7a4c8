//! The innermost link of a chain, which calls the target.

use std::future::Future;

use axum::{extract::Request, response::Response};

use super::{link::Chain, target::Destination};

/// The innermost link. It calls the target, whose future is boxed since its type is erased.
#[derive(Debug)]
pub struct Terminal;

impl<S: Sync + 'static> Chain<S> for Terminal {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        to.route.target.call(req)
    }
}
