//! What holds at run time: whole lists of events and whole responses, in memory and over a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod coverage;
mod foreign;
mod instance;
mod layers;
mod nesting;
mod order;
mod prefixes;
mod support;
