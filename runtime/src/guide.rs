//! Guides: how errors work, what a scope owns, how to divide, test and document an application, and how to move from
//! other frameworks.

/// How errors work.
///
#[doc = include_str!("docs/errors.md")]
pub mod errors {}

/// What a scope owns.
///
#[doc = include_str!("docs/ownership.md")]
pub mod ownership {}

/// An application of many modules.
///
#[doc = include_str!("docs/modules.md")]
pub mod modules {}

/// Testing.
///
#[doc = include_str!("docs/testing.md")]
pub mod testing {}

/// Documenting the routes with OpenAPI.
///
// The tests compile this page, because this package does not depend on utoipa.
#[cfg_attr(not(doctest), doc = include_str!("docs/openapi.md"))]
pub mod openapi {}

/// Coming from FastAPI and Starlette.
///
#[doc = include_str!("docs/from_fastapi.md")]
pub mod from_fastapi {}

/// From an axum router, step by step.
///
#[doc = include_str!("docs/from_axum.md")]
#[doc = include_str!("docs/from_from_fn.md")]
pub mod from_axum {}
