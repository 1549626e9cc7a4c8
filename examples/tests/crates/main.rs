//! Sends requests to the `crates` example.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod accounts;
mod client;
mod krates;
mod settings;
#[path = "../support/mod.rs"]
mod support;
mod table;
