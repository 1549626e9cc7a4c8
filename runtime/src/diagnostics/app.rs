//! What is said about an application.

/// The type can be the state of an application.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the state of an application",
    label = "must be `Clone + Send + Sync + 'static`",
    note = "each route has a clone of the state: derive `Clone`, or put the value into an `Arc`"
)]
pub trait IsAppState: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<S: Clone + Send + Sync + 'static> IsAppState for S {}
