//! The assembly of an application into an axum `Router`.

mod assemble;
mod builder;
mod dispatch;
mod scope_fallbacks;

pub use self::builder::{App, app};
