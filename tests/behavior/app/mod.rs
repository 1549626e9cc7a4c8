//! What `app!` accepts: signatures, handlers and conditions.

mod cfg;
mod conditional_items;
mod handlers;
mod signature;
