//! The code, the table and the error that the README shows, and two applications that use the rest of
//! the language.
#![allow(
    missing_docs,
    clippy::unused_async,
    clippy::unwrap_used,
    reason = "the README shows short code"
)]

pub mod application;
mod error_handler;
mod messages;
pub mod parts;
mod tour;
