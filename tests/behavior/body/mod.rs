//! Bodies, streams and upgrades.

mod buffer;
mod read_and_replace;
mod streaming;
mod websocket;
