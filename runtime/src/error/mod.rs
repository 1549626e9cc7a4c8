//! `HttpError`: the error of handlers, middleware, extractors and layers.

mod as_error;
mod body_headers;
#[cfg(any(feature = "ready", feature = "tracing"))]
mod causes;
mod change;
mod convert;
mod draft;
mod facts;
mod http_error;
#[cfg_attr(not(feature = "tracing"), path = "no_log.rs")]
mod log;
#[cfg_attr(not(feature = "ready"), path = "no_origin.rs")]
mod origin;
mod rejection;
mod response;

pub use self::http_error::HttpError;
#[cfg(feature = "ready")]
pub(crate) use self::{
    body_headers::remove_body_headers,
    causes::shown,
    log::report_task,
    origin::{Known, remember_origins},
};
pub(crate) use self::{
    convert::panic_message,
    facts::{BoxError, find_cause},
    log::{is_in_application, log_unread, mark_in_application},
    rejection::rejected,
    response::{error_of, mark_inside, mark_layer_error, without_length, without_length_of_head},
};
