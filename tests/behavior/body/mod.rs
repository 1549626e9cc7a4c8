//! Bodies, streams and upgrades.

mod buffer;
mod lengths;
mod read_and_replace;
mod streaming;
mod websocket;
