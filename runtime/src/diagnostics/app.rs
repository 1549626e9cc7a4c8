//! Errors about the signature of an application, and about parts.

use super::handler::Impossible;

/// A type that can be the state of an application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the state of an application",
    label = "must be `Clone + Send + Sync + 'static`",
    note = "the application has a clone of the state: derive `Clone`, or wrap the value in an `Arc`"
)]
pub trait IsAppState: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<S: Clone + Send + Sync + 'static> IsAppState for S {}

/// A type that an `app!` returns.
#[diagnostic::on_unimplemented(
    message = "an `app!` returns a `Router` or a `Part`, not `{Self}`",
    label = "expected `axum::Router` or `concentric::Part`"
)]
pub trait IsAppOutput {}

/// An application that is not a part.
#[diagnostic::on_unimplemented(
    message = "`before routing` is not allowed in a part",
    label = "the application that includes the part matches the route",
    note = "write `before routing [..]` in the `app!` that returns a `Router`"
)]
pub trait IsWholeApp {}

/// A value that can be included. Never implemented. A cast to `&dyn IsPart` has a shorter message than a bound.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a part",
    label = "expected an `app!` that returns `Part`",
    note = "to add the routes of a router, write `merge router`"
)]
pub trait IsPart {}
#[diagnostic::do_not_recommend]
impl<T: Impossible> IsPart for T {}
