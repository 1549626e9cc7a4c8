//! Sends requests from pages in Chromium, and compares what their scripts may read with the Fetch standard.
//!
//! The tests pass without a check if `chromium` or `chromedriver` is not installed, and say so.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod caching;
mod cookies;
mod fetch;
mod own_pages;
mod pages;
mod policy;
mod requests;
mod server;
mod shop;
mod streams;
#[path = "../../examples/tests/support/mod.rs"]
mod support;
mod webdriver;
