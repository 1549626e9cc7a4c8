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
mod before_routing;
mod bodies;
mod config;
mod context;
mod coverage;
mod error_handling;
mod errors;
mod foreign;
mod handlers;
mod instance;
mod layer_errors;
mod layers;
mod leaving;
mod middleware;
mod nesting;
mod order;
mod plain_axum;
mod prefixes;
mod serve;
mod stacks;
mod streaming;
mod support;
mod surroundings;
mod table;
mod urls;
mod websocket;
mod without;
