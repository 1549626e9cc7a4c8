//! The README's example, with what it leaves out.
#![allow(
    missing_docs,
    clippy::unused_async,
    clippy::unwrap_used,
    reason = "it shows an application, and no more of it than it has to"
)]

pub mod application;
mod error_handler;
mod messages;
mod tour;
