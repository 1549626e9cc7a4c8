//! `serve`: axum's server with connect info and a graceful shutdown.

mod cut;
mod server;
mod stop;

pub use self::server::{Serve, serve};
