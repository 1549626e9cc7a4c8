//! The code and the messages that the README shows.
#![allow(
    missing_docs,
    clippy::unused_async,
    clippy::unwrap_used,
    reason = "the README shows short code"
)]

pub mod application;
mod error_handler;
mod messages;
mod tour;
