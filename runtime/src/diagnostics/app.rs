//! Errors about the signature of an application, and about parts, mounts and merges.

use super::claim::claims;

claims! {
    /// The state of an application.
    #[diagnostic::on_unimplemented(
        message = "the state of an application must be `Clone + Send + Sync + 'static`",
        label = "derive `Clone`, wrap the value in an `Arc`, or write the bounds of a generic type",
        note = "the application has a clone of the state"
    )]
    AppState: IsShared<T>;

    /// The type that an application returns.
    #[diagnostic::on_unimplemented(
        message = "an `app!` returns a `Router` or a `Part`, not `{T}`",
        label = "expected `axum::Router` or `concentric::Part`"
    )]
    AppOutput: IsARouterOrAPart<T>;

    /// A router with all of its state.
    #[diagnostic::on_unimplemented(
        message = "an `app!` returns a `Router` that has its state, not `Router<{S}>`",
        label = "write `Router`, and `state: {S}` as a parameter of the `app!`"
    )]
    StatelessRouter: HasItsState<S>;

    /// A type that can be provided.
    #[diagnostic::on_unimplemented(
        message = "`{T}` cannot be provided: it is not `Clone + Send + Sync + 'static`",
        label = "requires `{T}`: derive `Clone` for it, or provide an `Arc<{T}>`",
        note = "each handler that requires it gets a clone"
    )]
    ProvidedType: IsCloned<T>;

    /// An application that is not a part.
    #[diagnostic::on_unimplemented(
        message = "`before routing` is not allowed in a part",
        label = "the application that includes the part matches the route",
        note = "write `before routing [..]` in the `app!` that returns a `Router`"
    )]
    PartOutput: MatchesRoutes<T>;

    /// A value that can be included.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a part",
        label = "expected an `app!` that returns `Part`",
        note = "to add the routes of a router, write `merge router`"
    )]
    IncludedValue: IsAPart<T>;

    /// A router that is merged.
    #[diagnostic::on_unimplemented(
        message = "expected a `Router`, found `{T}`",
        label = "`merge` takes a router: write `merge router()`"
    )]
    MergedValue: IsARouter<T>;

    /// A part that is merged.
    #[diagnostic::on_unimplemented(
        message = "expected a `Router`, found a part",
        label = "write `include part()`"
    )]
    MergedPart: IsNotMerged<T>;

    /// A router with its state.
    #[diagnostic::on_unimplemented(
        message = "expected a `Router` that has its state, found `Router<{S}>`",
        label = "write `.with_state(state.clone())`, with a state of the type `{S}`"
    )]
    RouterState: IsGiven<S>;

    /// A function that returns a router.
    #[diagnostic::on_unimplemented(
        message = "expected a `Router`, found a function that returns one",
        label = "call the function: write `()` after its name"
    )]
    UncalledRouter: IsCalled<T>;

    /// A handler that is mounted.
    #[diagnostic::on_unimplemented(
        message = "expected a service, found a function",
        label = "`mount` takes a service or a router: for a handler write `ANY \"/path\" => handler`"
    )]
    MountedFunction: IsRouted<T>;

    /// A part that is mounted.
    #[diagnostic::on_unimplemented(
        message = "expected a service, found a part",
        label = "write `scope \"/path\" {{ include part() }}`"
    )]
    MountedPart: IsNotMounted<T>;

    /// A service that is mounted.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is not a service that can be mounted",
        label = "expected a router or a tower service",
        note = "the service must be `Clone + Send + Sync`, take a `Request`, return an HTTP response, and have an error that can be boxed"
    )]
    MountedValue: IsAService<T>;
}
