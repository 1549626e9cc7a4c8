//! Middleware for axum: declared in one place, checked when it compiles, free when it runs.

mod condition;
mod context;
mod endpoint;
mod entry;
mod error;
mod extract;
mod future;
mod handler;
mod middleware;
mod misses;
mod next;
mod router;
#[cfg(feature = "serve")]
mod serve;
mod stack;
mod tower;

#[doc(hidden)]
pub mod __private;

pub use axum::{extract::Request, response::Response};
pub use concentric_macros::{app, middleware};

#[cfg(feature = "serve")]
pub use crate::serve::{Serve, serve};
pub use crate::{
    context::{Provided, Requires},
    endpoint::Endpoint,
    error::HttpError,
    middleware::{Contract, Middleware, WithState},
    next::{Next, Providing},
};
