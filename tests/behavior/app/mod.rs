//! What `app!` accepts: signatures, handlers and conditions.

mod cfg;
mod conditional_items;
mod from_a_macro;
mod handlers;
mod signature;
