//! Errors about the target of a route, a `fallback` or a `method_not_allowed`.
//!
//! Each trait is a claim about the type of a target, and is never implemented. The generated code
//! passes a target with a mistake where a `&dyn` of the claim is expected. rustc explains a cast in
//! fewer lines than a bound.

use super::handler::Impossible;

/// A type that can be a target. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handler, a service or a response",
    label = "expected a handler",
    note = "write an `async fn`, a closure that returns a future, a tower service, or a value that implements `IntoResponse`"
)]
pub trait IsTarget {}

/// A function that is async. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not async",
    label = "does not return a future",
    note = "write `async fn`, or `async || ...` for a closure"
)]
pub trait IsAsync {}

/// A function that can be called for each request. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be `Clone + Send + Sync + 'static`",
    label = "a handler is cloned for each request"
)]
pub trait IsSharedFunction {}

/// A target that is not a router. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a `Router`",
    label = "has paths of its own",
    note = "write `mount \"/path\" => router` for all paths below one, or `merge router`"
)]
pub trait IsNotARouter {}

/// A function that does not return a router. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a function that returns a `Router`",
    label = "returns a `Router`",
    note = "call it in `merge`, as in `merge shop()`, or in `mount`, as in `mount \"/path\" => shop()`"
)]
pub trait ReturnsNoRouter {}

/// A target that is not a part, nor a function that returns one. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a part",
    label = "has paths of its own",
    note = "write `include orders()`, in a `scope \"/path\" {{ ... }}` if the part is below a path"
)]
pub trait IsNotAPart {}

/// A target that is not a future. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a future",
    label = "is a future",
    note = "write the name of the function without a call: `index`, not `index()`",
    note = "write a closure instead of a block: `async || ...`, not `async {{ ... }}`"
)]
pub trait IsNotAFuture {}

/// A target that is not a middleware. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a middleware",
    label = "is a middleware",
    note = "write it in a list: `=> handler with [middleware]`"
)]
pub trait IsNotAMiddleware {}

/// A target that is not a tower layer. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler, found a tower layer",
    label = "is a layer",
    note = "write it in a list: `=> handler with [layer]`"
)]
pub trait IsNotALayer {}

/// A target with the state `S` of its application. Never implemented.
#[diagnostic::on_unimplemented(
    message = "expected a handler for the state `{S}`, found one for the state `{T}`",
    label = "has the state `{T}`",
    note = "give it its state: `.with_state(...)`"
)]
pub trait HasState<T, S> {}

/// A service that can be shared by requests. Never implemented.
#[diagnostic::on_unimplemented(
    message = "the service `{Self}` must be `Clone + Send + Sync + 'static`",
    label = "a service is cloned for each request",
    note = "write `BoxCloneSyncService` instead of `BoxService` or `BoxCloneService`",
    note = "put a `tower::buffer::Buffer` around a service that is not `Clone`"
)]
pub trait IsSharedService {}

/// The error of a service that can be boxed. Never implemented.
#[diagnostic::on_unimplemented(
    message = "the error of a service must implement `std::error::Error`, found `{E}`",
    label = "the error of this service cannot be boxed",
    note = "`ServiceExt::map_err` converts the error"
)]
pub trait IsServiceError<E> {}

/// The response of a service that is a response of axum. Never implemented.
#[diagnostic::on_unimplemented(
    message = "the response of a service must implement `IntoResponse`, found `{R}`",
    label = "this service does not return a response",
    note = "`ServiceExt::map_response` converts the response"
)]
pub trait IsServiceResponse<R> {}

/// A value that can be cloned for each request. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be `Clone + Send + Sync + 'static`",
    label = "a response is cloned for each request",
    note = "write a function that returns it: `async || ...`"
)]
pub trait IsSharedResponse {}

/// A `Result` that is a response. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{E}` is not a response",
    label = "a `Result` is a response if both of its types are",
    note = "implement `IntoResponse` for `{E}`"
)]
pub trait IsResult<E> {}

macro_rules! never {
    ($($claim:ident $(<$($of:ident),*>)?,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<X: Impossible, $($($of),*)?> $claim $(<$($of),*>)? for X {}
    )*};
}
never! {
    HasState<T, S>,
    IsTarget,
    IsAsync,
    IsSharedFunction,
    IsNotARouter,
    ReturnsNoRouter,
    IsNotAPart,
    IsNotAFuture,
    IsNotAMiddleware,
    IsNotALayer,
    IsSharedService,
    IsResult<E>,
    IsServiceError<E>,
    IsServiceResponse<R>,
    IsSharedResponse,
}
