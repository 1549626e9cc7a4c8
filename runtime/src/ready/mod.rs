//! Middleware that are ready for a list.

mod map_source;
#[cfg(feature = "ready")]
pub(crate) mod problem_details;

pub use self::map_source::{MapSource, SourceStatus, map_source};
