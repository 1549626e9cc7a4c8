//! Typed middleware for axum, declared next to the routes and checked at compile time.
//!
//! [`#[middleware]`](macro@middleware) turns an `async fn(req, next)` into a layer. [`app!`] declares the routes
//! of an application and the middleware around them, outermost first, and returns a plain [`axum::Router`].
//!
//! ```
//! use axum::Router;
//! use concentric::{HttpError, Next, Provided, Request, Response, app, middleware};
//!
//! #[derive(Clone)]
//! struct User(String);
//!
//! /// Rejects requests without a name and provides the `User`.
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
//! - [`Next`] runs the inner middleware and the handler. A helper function takes it as `impl` [`Run`].
//! - [`Provided`] is a value that an outer middleware provides. Without that middleware, it does not compile.
//! - [`HttpError`] is the error of handlers and middleware. [`Next::try_run`] returns it.
//! - [`Middleware`] is the trait of a middleware. `#[middleware]` implements it, and it can be implemented
//!   by hand.
//! - [`RouteTable`] lists what an application serves: `site::ROUTES` above.
//! - [`guide`] says how errors work, and how to move from other frameworks.
//!
//! # Features
//!
//! `serve` and `tower-errors` are on by default. Without them, the crate builds for `wasm32-unknown-unknown`.
//!
//! - `serve`: [`serve`](serve()) serves a router with connect info, timeouts, and a graceful shutdown.
//!   [`Shutdown`] tells handlers about it.
//! - `http2`: [`serve`](serve()) also speaks HTTP/2. It turns on `serve`, and axum's feature of that name.
//! - `tower-errors`: the error of tower's `TimeoutLayer` becomes a 504, and the error of its `LoadShedLayer` a 503.
//!   Without the feature, both become a 500.
//! - `ready`: [middleware for a list](guide::ready), such as `Cors`, `trusted_hosts` and `problem_details`.
//! - `tower-http`: [order rules](guide::ready#order) for layers of tower-http 0.7, such as CORS outside of authentication.
//! - `tower-http-compression`: turns on `tower-http`, with a rule for `RequestDecompressionLayer`.
//! - `tracing`: a 5xx whose source no middleware has read is logged with [`tracing`](https://docs.rs/tracing).
//! - `anyhow`: an [`HttpError`] converts into an `anyhow::Error`.

#![cfg_attr(docsrs, feature(doc_cfg))]
// The guides link to the middleware of this feature.
#![cfg_attr(not(feature = "ready"), allow(rustdoc::broken_intra_doc_links))]

mod app;
mod as_layer;
mod body;
mod builder;
mod chain;
mod codegen;
mod context;
mod debug;
pub mod diagnostics;
mod editor;
mod error;
mod extract;
pub mod guide;
mod handler;
mod map_source;
#[cfg(any(feature = "ready", feature = "tower-http"))]
mod order_rules;
mod probe;
#[cfg(feature = "ready")]
mod ready;
mod routes;
#[cfg(feature = "serve")]
mod serve;
mod target;
mod urls;

#[doc(hidden)]
pub mod __private;

// At the root, so that rustc names them without the path of a module in its messages.
#[doc(hidden)]
pub use crate::chain::Terminal;

/// The version of axum that this crate uses in its public types.
pub use axum;
pub use axum::{extract::Request, response::Response};
#[doc = include_str!("docs/app.md")]
pub use concentric_macros::app;
#[doc = include_str!("docs/handler.md")]
pub use concentric_macros::handler;
#[doc = include_str!("docs/middleware.md")]
pub use concentric_macros::middleware;

#[cfg(feature = "ready")]
#[cfg_attr(docsrs, doc(cfg(feature = "ready")))]
pub use crate::ready::{
    AfterResponse, AfterResponseLayer, Cors, DebugErrors, Host, ProxyHeaders, RedirectSlashes,
    RejectCrossSite, RequestHead, SecurityHeaders, TaskResult, TrustedHosts, after_response,
    by_host, debug_errors, host, https_redirect, problem_details, proxy_headers, redirect_slashes,
    reject_cross_site, security_headers, trusted_hosts,
};
#[cfg(feature = "serve")]
#[cfg_attr(docsrs, doc(cfg(feature = "serve")))]
pub use crate::serve::{Serve, Shutdown, serve};
pub use crate::{
    app::{Part, ProvidedPart},
    as_layer::MiddlewareLayer,
    body::buffer,
    builder::{DependsOn, Order, ProvidingLayer, provides},
    chain::{Chain, Middleware, Next, NextWith, Provides, Run},
    context::{Provided, Provision, Requires, Types},
    error::HttpError,
    map_source::{MapSource, SourceStatus, map_source},
    routes::{
        Explanation, MiddlewareInfo, OpenApiDifferences, Placement, RouteInfo, RouteKind,
        RouteTable, Selection, Tree,
    },
};
