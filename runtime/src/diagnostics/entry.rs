//! Errors about entries of a list that are neither a middleware nor a tower layer.

use super::claim::claims;

claims! {
    /// A function that is a middleware.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware, found an async function",
        label = "write `#[middleware]` on this function",
        note = "a middleware is an `async fn` that takes a `Request` and a `Next`"
    )]
    FunctionEntry: IsAMiddleware<T>;

    /// A middleware without config.
    #[diagnostic::on_unimplemented(
        message = "`{M}` has config",
        label = "write the values: `{M}(..)`"
    )]
    ConfigEntry: HasNoConfig<M>;

    /// A middleware that is not wrapped in `from_fn`.
    #[diagnostic::on_unimplemented(
        message = "expected a function with axum's `Next`, found the middleware `{M}`",
        label = "write `{M}` without `from_fn`"
    )]
    WrappedEntry: IsAFunction<M>;

    /// A middleware that is not behind a reference.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware, found a reference to one",
        label = "write `{M}`"
    )]
    ReferenceEntry: IsNotAReference<M>;

    /// Entries that are not in parentheses.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware or a tower layer, found a tuple",
        label = "write the entries one by one, without parentheses"
    )]
    TupleEntry: IsNotATuple<T>;

    /// A layer that is not for errors.
    #[diagnostic::on_unimplemented(
        message = "a list needs no `HandleErrorLayer`",
        label = "remove it: an error of a layer becomes an `HttpError`",
        note = "a middleware with `next.try_run(req)` can change the response of an error"
    )]
    ErrorEntry: HandlesNoErrors<T>;

    /// An entry that is not a service.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware or a tower layer, found a service",
        label = "answers requests: write `mount \"/path\" => service`"
    )]
    ServiceEntry: IsNotAService<T>;

    /// An entry that is not the state.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware or a tower layer, found the state `{S}`",
        label = "remove it: handlers and middleware take a `State<{S}>`"
    )]
    StateEntry: IsNotTheState<S>;

    /// An entry that is not optional.
    #[diagnostic::on_unimplemented(
        message = "expected a middleware or a tower layer, found an `Option`",
        label = "write `entry if condition`, or `entry if condition else other`"
    )]
    OptionEntry: IsNotOptional<T>;

    /// Any other value.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is neither a middleware nor a tower layer",
        label = "expected the name of a function under `#[middleware]`, or a tower layer",
        note = "the service of a tower layer must be `Clone + Send + Sync`, take a `Request`, return an HTTP response, and have an error that can be boxed"
    )]
    OtherEntry: IsAnEntry<T>;

    /// A middleware that is written by hand, for the state of the application.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a middleware for an application with the state `{S}`",
        label = "`impl Middleware<{S}> for {T}` is missing, or one of its bounds is not met"
    )]
    OtherState: IsMiddlewareFor<T, S>;
}
