//! `serve`: hyper's server with connect info, timeouts, and a graceful shutdown.

mod accept;
mod activity;
mod connection;
mod cut;
mod head;
mod io;
mod options;
mod phase;
mod queue;
mod server;
mod shutdown;
mod stop;
mod unread;

pub use self::{
    server::{Serve, serve},
    shutdown::Shutdown,
};
