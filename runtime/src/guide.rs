//! Guides: how errors work, what a scope owns, and how to move from other frameworks.

/// How errors work.
///
#[doc = include_str!("docs/errors.md")]
pub mod errors {}

/// What a scope owns.
///
#[doc = include_str!("docs/ownership.md")]
pub mod ownership {}

/// Coming from FastAPI and Starlette.
///
#[doc = include_str!("docs/from_fastapi.md")]
pub mod from_fastapi {}

/// Coming from axum's `from_fn`.
///
#[doc = include_str!("docs/from_from_fn.md")]
pub mod from_axum {}
