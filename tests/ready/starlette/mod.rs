//! The behavior that Starlette 0.47.3 tests of its middleware, as far as no other test shows it.
//!
//! `tests/STARLETTE.md` has a row for each of its tests.

mod base;
mod bodies;
mod errors;
mod gzip;
mod page;
mod session;
