//! `serve`: hyper's server with connect info, timeouts, and a graceful shutdown.

mod accept;
mod activity;
mod connection;
mod cut;
mod head;
mod io;
mod phase;
mod server;
mod stop;

pub use self::server::{Serve, serve};
