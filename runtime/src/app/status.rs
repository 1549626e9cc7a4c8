//! `Status`, the target of a 404 or a 405 where the application declares none.

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::StatusCode;

use crate::{
    chain::{BoxFuture, Target},
    error::HttpError,
};

/// A target that answers with an error of a status, without a detail.
pub(super) struct Status(pub(super) StatusCode);

impl Target for Status {
    fn call(&self, _: Request) -> BoxFuture<'_, Response> {
        let response = HttpError::of_status(self.0).into_response();
        Box::pin(std::future::ready(response))
    }
}
