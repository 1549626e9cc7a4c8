//! The assembly of an application into an axum `Router`.

mod assemble;
mod builder;
mod conflicts;
mod dispatch;
mod guard;
mod merged_routes;
mod scope_fallbacks;

pub use self::builder::{App, app};
