//! Moving over: for those who have middleware elsewhere.

/// From FastAPI and Starlette.
///
#[expect(clippy::doc_markdown, reason = "FastAPI is a name, and not code")]
#[doc = include_str!("docs/from_fastapi.md")]
pub mod from_fastapi {}

/// From axum's `from_fn`.
///
#[doc = include_str!("docs/from_from_fn.md")]
pub mod from_axum {}
