//! `HttpError`: the error of handlers, middleware, extractors and layers.

mod body_headers;
mod change;
mod convert;
mod draft;
mod facts;
mod http_error;
#[cfg(feature = "tracing")]
mod log;
mod rejection;
mod response;

pub use self::http_error::HttpError;
#[cfg(feature = "tracing")]
pub(crate) use self::log::{enter_application, log_unread};
pub(crate) use self::{
    convert::panic_message,
    facts::{BoxError, find_cause},
    rejection::rejected,
    response::{error_of, mark_inside, mark_layer_error, without_length},
};
