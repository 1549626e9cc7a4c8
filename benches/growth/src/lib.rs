//! Applications with 10 to 5,000 routes, in `app!` and in plain axum.

mod requests;
pub mod sizes;
mod work;

use std::hint::black_box;

use axum::Router;

pub use crate::requests::{Request, measured_calls, prepare, status, warm_up};

/// An application. `build.rs` writes them.
pub struct App {
    /// `axum`, `nest`, `flat` or `parts`.
    pub form: &'static str,
    pub middleware: usize,
    pub routes: usize,
    pub make: fn() -> Router,
}

include!(concat!(env!("OUT_DIR"), "/apps.rs"));

/// Builds an application up to where a server takes it. callgrind measures this function.
#[inline(never)]
pub fn measured_build(app: &App) -> Router {
    black_box(app.make)().with_state(())
}
