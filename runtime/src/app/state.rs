//! What the state of an application must be.

/// What the state of an application must be.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the state of an application",
    label = "the state of an application is `Clone + Send + Sync + 'static`",
    note = "each route has a clone of it: derive `Clone`, and put what is large or not `Clone` into an `Arc`"
)]
pub trait AppState: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<S: Clone + Send + Sync + 'static> AppState for S {}
