//! Errors about the target of a route, a `fallback` or a `method_not_allowed`.

use super::claim::claims;

claims! {
    /// A type that can be a target.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a handler, a service or a response",
        label = "expected a handler",
        note = "write an `async fn`, a closure that returns a future, a tower service, or a value that implements `IntoResponse`"
    )]
    OtherTarget: IsTarget<T>;

    /// A function that is async.
    #[diagnostic::on_unimplemented(
        message = "`{F}` is not async",
        label = "does not return a future",
        note = "write `async fn`, or `async || ...` for a closure"
    )]
    PlainFunction: IsAsync<F>;

    /// A function that can be called for each request.
    #[diagnostic::on_unimplemented(
        message = "`{F}` must be `Clone + Send + Sync + 'static`",
        label = "a handler is cloned for each request"
    )]
    FunctionTarget: IsSharedFunction<F>;

    /// A target that is not a router.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a `Router`",
        label = "has paths of its own",
        note = "write `mount \"/path\" => router` for all paths below one, or `merge router`"
    )]
    RouterTarget: IsNotARouter<T>;

    /// A function that does not return a router.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a function that returns a `Router`",
        label = "returns a `Router`",
        note = "call it in `merge`, as in `merge shop()`, or in `mount`, as in `mount \"/path\" => shop()`"
    )]
    AppTarget: ReturnsNoRouter<F>;

    /// A target that is not a part, nor a function that returns one.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a part",
        label = "has paths of its own",
        note = "write `include part()`, in a `scope \"/path\" {{ ... }}` if the part is below a path"
    )]
    PartTarget: IsNotAPart<T>;

    /// A target that is not a future.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a future",
        label = "is a future",
        note = "write the name of the function without a call: `index`, not `index()`",
        note = "write a closure instead of a block: `async || ...`, not `async {{ ... }}`"
    )]
    FutureTarget: IsNotAFuture<T>;

    /// A target that is not a middleware.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a middleware",
        label = "is a middleware",
        note = "write it in a list: `=> handler with [middleware]`"
    )]
    MiddlewareTarget: IsNotAMiddleware<T>;

    /// A target that is not a tower layer.
    #[diagnostic::on_unimplemented(
        message = "expected a handler, found a tower layer",
        label = "is a layer",
        note = "write it in a list: `=> handler with [layer]`"
    )]
    LayerTarget: IsNotALayer<L>;

    /// A target with the state `S` of its application.
    #[diagnostic::on_unimplemented(
        message = "expected a handler for the state `{S}`, found one for the state `{T}`",
        label = "has the state `{T}`",
        note = "give it its state: `.with_state(...)`"
    )]
    StateTarget: HasState<T, S>;

    /// A service that can be shared by requests.
    #[diagnostic::on_unimplemented(
        message = "the service `{T}` must be `Clone + Send + Sync + 'static`",
        label = "a service is cloned for each request",
        note = "write `BoxCloneSyncService` instead of `BoxService` or `BoxCloneService`",
        note = "put a `tower::buffer::Buffer` around a service that is not `Clone`"
    )]
    ServiceTarget: IsSharedService<T>;

    /// The error of a service that can be boxed.
    #[diagnostic::on_unimplemented(
        message = "the error of a service must implement `std::error::Error`, found `{E}`",
        label = "the error of this service cannot be boxed",
        note = "`ServiceExt::map_err` converts the error"
    )]
    ServiceErrorTarget: IsServiceError<E>;

    /// The response of a service that is a response of axum.
    #[diagnostic::on_unimplemented(
        message = "the response of a service must implement `IntoResponse`, found `{R}`",
        label = "this service does not return a response",
        note = "`ServiceExt::map_response` converts the response"
    )]
    ServiceResponseTarget: IsServiceResponse<R>;

    /// A value that can be cloned for each request.
    #[diagnostic::on_unimplemented(
        message = "`{T}` must be `Clone + Send + Sync + 'static`",
        label = "a response is cloned for each request",
        note = "write a function that returns it: `async || ...`"
    )]
    ResponseTarget: IsSharedResponse<T>;

    /// A `Result` that is a response.
    #[diagnostic::on_unimplemented(
        message = "`{E}` is not a response",
        label = "a `Result` is a response if both of its types are",
        note = "implement `IntoResponse` for `{E}`"
    )]
    ResultTarget: IsResult<E>;
}
