//! `concentric::serve`, and what happens when a client disconnects.

mod cancellation;
mod connections;
mod cut;
mod drain;
mod head;
mod http1;
mod http2;
mod http2_shutdown;
mod http2_silent;
mod queue;
mod serve;
#[cfg(unix)]
mod signals;
mod unread;
