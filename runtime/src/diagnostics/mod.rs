//! The claims that compile errors name.
//!
//! rustc adds a line to an error about a type: the trait `Provide<User>` is not implemented for `OuterMiddleware`. Such a
//! trait is a claim about your code, which is false. Its page says what is claimed. You do not implement it.
//!
//! # Examples
//!
//! ```compile_fail,E0277
//! # use axum::Router;
//! # use concentric::{Provided, app};
//! # #[derive(Clone)] struct User;
//! async fn show(user: Provided<User>) {}
//!
//! app! {
//!     fn site() -> Router {
//!         // error: no outer middleware provides `User`
//!         GET "/" => show,
//!     }
//! }
//! ```

mod app;
mod argument;
mod claim;
mod entry;
mod list;
mod middleware;
mod output;
mod target;

#[doc(hidden)]
pub use self::claim::{Accepted, AroundThePart, Fine, Found, Impossible, Reported};
pub use self::{app::*, argument::*, entry::*, list::*, middleware::*, output::*, target::*};
