//! The innermost position of a stack.

use std::future::Future;

use axum::{extract::Request, response::Response};

use super::{link::Chain, target::Destination};

/// The innermost position: hands over to the target, whose future is the one box of a stack.
pub struct Terminal;

impl<S: Sync + 'static> Chain<S> for Terminal {
    fn call<'a>(
        &'a self,
        to: Destination<'a, S>,
        req: Request,
    ) -> impl Future<Output = Response> + Send + 'a {
        to.route.target.call(to.state, req)
    }
}
