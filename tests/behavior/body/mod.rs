//! Bodies, streams and upgrades.

mod read_and_replace;
mod streaming;
mod websocket;
