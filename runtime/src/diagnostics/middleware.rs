//! Errors about a function under `#[middleware]`.

use axum::response::IntoResponse;

/// The last parameter of a middleware, which must be a [`Next`](crate::Next).
#[diagnostic::on_unimplemented(
    message = "expected `concentric::Next`, found `{Self}`",
    label = "not `concentric::Next`",
    note = "write `use concentric::Next;`"
)]
pub trait ConcentricNext {
    /// Does nothing. A call requires the trait without a bound, which rustc would explain.
    fn is_next() {}
}

/// The types that a middleware still has to provide, which must be none when it runs its `Next`.
#[diagnostic::on_unimplemented(
    message = "this middleware must provide `{Self}` first",
    label = "write `next.provide(value).run(req)`",
    note = "`Next<T>` declares that the middleware provides a `T`; one that provides nothing takes a `Next`"
)]
pub trait HasNothingToProvide {}
impl HasNothingToProvide for () {}

/// A type that can be provided. Each handler that requires it gets a clone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be provided: it is not `Clone + Send + Sync + 'static`",
    label = "each handler that requires it gets a clone",
    note = "derive `Clone` for it, or provide an `Arc<{Self}>`"
)]
pub trait IsProvidable: Clone + Send + Sync + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Clone + Send + Sync + 'static> IsProvidable for T {}

/// A type that a middleware can return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a response: a middleware must return `impl IntoResponse`",
    label = "does not implement `IntoResponse`",
    note = "return a `Response`, or a `Result<Response, HttpError>`"
)]
pub trait IsMiddlewareResponse: IntoResponse {}

#[diagnostic::do_not_recommend]
impl<T: IntoResponse> IsMiddlewareResponse for T {}
