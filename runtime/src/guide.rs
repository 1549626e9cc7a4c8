//! Guides: how errors work, what a scope owns, how to divide, test, document and run an application, which middleware are
//! ready, and how to move from other frameworks.

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

/// Trailing slashes.
///
#[doc = include_str!("docs/trailing_slashes.md")]
pub mod trailing_slashes {}

/// CORS, CSRF and WebSockets.
///
#[doc = include_str!("docs/cross_site.md")]
pub mod cross_site {}

/// Documenting the routes with OpenAPI.
///
// The tests compile this page, because this package does not depend on utoipa.
#[cfg_attr(not(doctest), doc = include_str!("docs/openapi.md"))]
pub mod openapi {}

/// Ready middleware.
///
// The tests compile each line of this page, because this package does not depend on the crates.
#[cfg_attr(not(doctest), doc = include_str!("docs/ready.md"))]
pub mod ready {}

/// In production.
///
// The tests compile the code of this page, because this package does not depend on the crates.
#[cfg_attr(not(doctest), doc = include_str!("docs/production.md"))]
pub mod production {}

/// Coming from FastAPI and Starlette.
///
#[doc = include_str!("docs/from_fastapi.md")]
pub mod from_fastapi {}

/// Recipes for FastAPI's dependencies, lifespan and background tasks.
///
#[doc = include_str!("docs/fastapi_recipes.md")]
pub mod fastapi_recipes {}

/// Coming from Express.
///
#[doc = include_str!("docs/from_express.md")]
pub mod from_express {}

/// Coming from Hono.
///
#[doc = include_str!("docs/from_hono.md")]
pub mod from_hono {}

/// Coming from actix-web.
///
#[doc = include_str!("docs/from_actix_web.md")]
pub mod from_actix_web {}

/// Coming from Phoenix and Plug.
///
#[doc = include_str!("docs/from_phoenix.md")]
pub mod from_phoenix {}

/// From an axum router, step by step.
///
#[doc = include_str!("docs/from_axum.md")]
#[doc = include_str!("docs/from_from_fn.md")]
pub mod from_axum {}
