//! What is said about a function under `#[middleware]`.

use axum::response::IntoResponse;

/// The type of the last parameter of a middleware is [`Next`](crate::Next).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the `Next` of concentric",
    label = "another type of this name",
    note = "write: use concentric::Next"
)]
pub trait IsNext {}

/// The middleware has provided all that its `Next` says it provides.
#[diagnostic::on_unimplemented(
    message = "this middleware provides `{Self}` and has not done so yet",
    label = "write `next.provide(value).run(req)`",
    note = "`Next<T>` says that the middleware provides a `T`; one that provides nothing takes a `Next`"
)]
pub trait HasNothingToProvide {}
impl HasNothingToProvide for () {}

/// The value of this type can be provided: each handler that asks for it gets a clone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be provided: it is not `Clone + Send + Sync + 'static`",
    label = "each handler that takes it gets a clone",
    note = "derive `Clone` for it, or provide an `Arc<{Self}>`"
)]
pub trait IsProvidable: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static> IsProvidable for T {}

/// A middleware can return the type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response: a middleware must return `impl IntoResponse`",
    label = "does not implement `IntoResponse`",
    note = "return a `Response`, or a `Result<Response, HttpError>`"
)]
pub trait IsMiddlewareResponse: IntoResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> IsMiddlewareResponse for T {}
