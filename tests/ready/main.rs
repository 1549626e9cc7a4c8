//! Each line of the guide `ready` in an application, with a test of what it does. `page.rs` compares the lines.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(
    clippy::unused_async,
    reason = "handlers and middleware of the guide are short"
)]

mod bodies;
mod caching;
mod combine;
mod credentials;
mod errors;
mod files;
mod headers;
mod load;
mod observe;
mod order;
mod own;
mod page;
mod paths;
mod protect;
mod recipes;
mod sessions;
mod sockets;
mod starlette;
mod support;
