//! The code of the guide `production`, with tests of what it does.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod metrics;
mod page;
mod proxy;
mod traces;
