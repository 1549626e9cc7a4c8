//! What `app!` accepts: signatures and handlers.

mod handlers;
mod signature;
