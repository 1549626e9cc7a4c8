//! What holds at run time: whole lists of events and whole responses, in memory and over a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]
#![allow(
    clippy::unused_async,
    reason = "a handler or a middleware is an async function, whether it waits or not"
)]

mod app;
mod body;
mod composition;
mod errors;
mod layers;
mod middleware;
mod route_table;
mod routing;
mod serving;
mod stack;
mod support;
