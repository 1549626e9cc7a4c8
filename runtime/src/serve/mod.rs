//! Serving a router: axum's server, with connect info and a graceful shutdown on a signal.

mod cut;
mod server;
mod stop;

pub use self::server::{Serve, serve};
