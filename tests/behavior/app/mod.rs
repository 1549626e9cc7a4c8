//! What `app!` accepts: signatures and handlers.

mod cfg;
mod handlers;
mod signature;
