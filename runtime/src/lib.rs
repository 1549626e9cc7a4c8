//! Middleware for axum: declared in one place, checked when it compiles, free when it runs.
//!
//! [`#[middleware]`](macro@middleware) makes a layer of an `async fn(req, next)`. [`app!`] declares the routes of
//! an application and the middleware around them, outermost first, and gives an ordinary
//! [`axum::Router`].
//!
//! ```
//! use axum::Router;
//! use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
//!
//! #[derive(Clone)]
//! struct User(String);
//!
//! /// Lets in who says who they are.
//! #[middleware]
//! async fn identify(req: Request, next: Next<User>) -> Result<Response, HttpError> {
//!     let name = req.headers().get("x-user").and_then(|name| name.to_str().ok());
//!     let name = name.ok_or_else(|| HttpError::unauthorized("who are you?"))?;
//!     let user = User(name.to_owned());
//!     Ok(next.provide(user).run(req).await)
//! }
//!
//! async fn greet(user: Provided<User>) -> String {
//!     format!("Hello, {}!", user.0.0)
//! }
//!
//! app! {
//!     fn site() -> Router with [identify] {
//!         GET "/" => greet,
//!     }
//! }
//! # let _ = site();
//! ```
//!
//! - [`Next`] is what is further in, and [`HttpError`] the one way to fail.
//! - [`Provided`] is what a middleware further out provides; without it, the code does not compile.
//! - [`Middleware`] is what stands in a list, and can be implemented by hand.
//! - [`RouteTable`] is what an application says of itself: `site::ROUTES` above.
//! - The [`guide`] is for those who have middleware elsewhere.
//!
//! # Features
//!
//! Both are on by default. Without them the crate opens no socket and builds for `wasm32-unknown-unknown`.
//!
//! - `serve`: [`serve`](serve()), axum's server with connect info and a graceful shutdown.
//! - `tower-errors`: the error of tower's `TimeoutLayer` becomes a 504 and that of its `LoadShedLayer` a 503.
//!   Without the feature, either becomes a 500.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod app;
mod as_layer;
mod builder;
mod chain;
mod codegen;
mod context;
mod debug;
mod diagnostics;
mod error;
mod extract;
pub mod guide;
mod handler;
mod routes;
#[cfg(feature = "serve")]
mod serve;
mod urls;

#[doc(hidden)]
pub mod __private;

/// The version of axum in the types of this crate.
pub use axum;
pub use axum::{extract::Request, response::Response};
#[doc = include_str!("docs/app.md")]
pub use concentric_macros::app;
#[doc = include_str!("docs/handler.md")]
pub use concentric_macros::handler;
#[doc = include_str!("docs/middleware.md")]
pub use concentric_macros::middleware;

#[cfg(feature = "serve")]
#[cfg_attr(docsrs, doc(cfg(feature = "serve")))]
pub use crate::serve::{Serve, serve};
pub use crate::{
    as_layer::MiddlewareLayer,
    builder::Order,
    chain::{Chain, Middleware, Next, NextWith, Provides, Run},
    context::{Provided, Provision, Requires, Types},
    error::HttpError,
    routes::{
        Explanation, MiddlewareInfo, Placement, RouteInfo, RouteKind, RouteTable, Selection, Tree,
    },
};
