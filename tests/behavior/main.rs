//! Behavior at run time: complete traces and complete responses, in memory and over a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![allow(
    clippy::unused_async,
    reason = "handlers and middleware are async functions, even without an `await`"
)]

mod app;
mod body;
mod composition;
mod errors;
mod layers;
mod middleware;
mod ready;
mod route_table;
mod routing;
mod serving;
mod stack;
mod support;
