//! Errors about the arguments of a handler or a middleware.

use super::claim::claims;

claims! {
    /// The types that outer middleware provide.
    #[diagnostic::on_unimplemented(
        message = "no outer middleware provides `{T}`",
        label = "requires `{T}`: list a middleware with `next: Next<{T}>`, or `provides::<{T}>(layer)`, around it"
    )]
    OuterMiddleware: Provide<T>;

    /// An argument of a type that must be written otherwise.
    #[diagnostic::on_unimplemented(
        message = "an argument cannot be `{T}`",
        label = "takes `{T}`: write `{W}`"
    )]
    ArgumentType: Is<T, W>;

    /// A tuple of types, each of which an outer middleware provides.
    #[diagnostic::on_unimplemented(
        message = "no outer middleware provides the tuple `({T}, {U})`",
        label = "write two arguments: `Provided<{T}>` and `Provided<{U}>`"
    )]
    TwoArguments: AreOne<T, U>;

    /// The last argument, which may take the body.
    #[diagnostic::on_unimplemented(
        message = "`{T}` takes the body and must be the last argument",
        label = "takes `{T}` before another argument: move it to the end",
        note = "the body can be taken once"
    )]
    BodyArgument: IsLast<T>;

    /// An argument of a middleware, which leaves the body.
    #[diagnostic::on_unimplemented(
        message = "`{T}` takes the body, which belongs to the `Request` of a middleware",
        label = "takes `{T}`: read the body from `req`, with `concentric::buffer(req, limit)`"
    )]
    HeadArgument: IsInTheHead<T>;

    /// A `State` in an application that has none.
    #[diagnostic::on_unimplemented(
        message = "`State<{T}>` cannot be extracted: this application has no state",
        label = "takes `State<{T}>`: write `state: {T}` as a parameter of the `app!`"
    )]
    StateName: IsDeclared<T>;

    /// A `State` that is not a part of the application's state.
    #[diagnostic::on_unimplemented(
        message = "`State<{T}>` cannot be extracted: the state of this application is `{S}`",
        label = "takes `State<{T}>`: implement `FromRef<{S}>` for `{T}`"
    )]
    StateArgument: Holds<T, S>;

    /// An extractor of a type that can be deserialized.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is an extractor only if `{U}` implements `Deserialize`",
        label = "takes `{T}`: write `#[derive(serde::Deserialize)]` on `{U}`"
    )]
    DeserializeArgument: Deserializes<T, U>;

    /// An extractor of a type that can be cloned.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is an extractor only if `{U}` is `Clone + Send + Sync + 'static`",
        label = "takes `{T}`: write `#[derive(Clone)]` on `{U}`, or wrap it in an `Arc`"
    )]
    CloneArgument: Clones<T, U>;

    /// A struct that an extractor can read.
    #[diagnostic::on_unimplemented(
        message = "an argument cannot be `{T}`",
        label = "takes `{T}`: write `Json<{T}>`, `Query<{T}>`, `Form<{T}>` or `Path<{T}>`"
    )]
    StructArgument: IsAnExtractor<T>;

    /// The `Next` of a middleware.
    #[diagnostic::on_unimplemented(
        message = "a handler cannot take a `Next`",
        label = "has an argument that only a middleware has",
        note = "for a middleware, write `#[middleware]` on the function and list it: `with [name]`"
    )]
    NextArgument: IsTakenBy<T>;

    /// Any other argument.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not an extractor",
        label = "takes `{T}`",
        note = "an argument must be an extractor of axum, or `Provided<T>`"
    )]
    OtherArgument: Extracts<T>;
}
