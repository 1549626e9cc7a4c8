//! The assembly of an application into an axum `Router`.

mod assemble;
mod builder;
mod conflicts;
mod dispatch;
mod edge;
mod guard;
mod merged_routes;
mod prefix_params;
mod scope_fallbacks;

pub use self::builder::{App, app};
