//! Errors about the state of an application.

/// A type that can be the state of an application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the state of an application",
    label = "must be `Clone + Send + Sync + 'static`",
    note = "each route has a clone of the state: derive `Clone`, or wrap the value in an `Arc`"
)]
pub trait IsAppState: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<S: Clone + Send + Sync + 'static> IsAppState for S {}
