//! Errors about the entries of a list.

use super::claim::claims;

claims! {
    /// A type that is provided once in a stack.
    #[diagnostic::on_unimplemented(
        message = "`{T}` is provided twice in this stack",
        label = "an outer middleware already provides `{T}`",
        note = "handlers would see only the inner value: provide it once, or wrap one of the two in its own type"
    )]
    ProvidedTwice: IsProvidedOnce<T>;

    /// An entry that is outside of another one.
    #[diagnostic::on_unimplemented(
        message = "`{T}` must be outside `{U}`",
        label = "list `{T}` before `{U}`: earlier in the same list, or in an outer list"
    )]
    InnerEntry: IsOutside<T, U>;

    /// An entry that is inside of another one.
    #[diagnostic::on_unimplemented(
        message = "`{T}` must be inside `{U}`",
        label = "list `{U}` before `{T}`: earlier in the same list, or in an outer list"
    )]
    OuterEntry: IsInside<T, U>;

    /// An entry that has another one outside of it, which counts if it has no condition.
    #[diagnostic::on_unimplemented(
        message = "`{T}` requires an outer `{U}`",
        label = "list `{U}` before `{T}`, without an `if`: earlier in the same list, or in an outer list"
    )]
    RequiringEntry: HasOuter<T, U>;

    /// An entry that has another one outside of it after entries are excluded.
    #[diagnostic::on_unimplemented(
        message = "`{T}` requires an outer `{U}`, which is excluded",
        label = "`{T}` still applies here: exclude it as well"
    )]
    RemainingEntry: StillHasOuter<T, U>;

    /// A middleware whose required types are provided after entries are excluded.
    #[diagnostic::on_unimplemented(
        message = "`{T}` requires a type whose provider is excluded",
        label = "`{T}` still applies here: exclude it as well",
        note = "no other outer middleware provides the type"
    )]
    RemainingMiddleware: IsStillSatisfied<T>;

    /// The types of an entry under an `if` without an `else`: none, since inner middleware and handlers could not rely
    /// on them.
    #[diagnostic::on_unimplemented(
        message = "an entry with a condition must not provide a value",
        label = "provides `{T}`: list it without the condition, or write an `else` with an entry that provides it, too",
        note = "the value would be missing where the condition is false"
    )]
    ConditionalEntry: ProvidesNothing<T>;

    /// Two values of an entry that provide the same types.
    #[diagnostic::on_unimplemented(
        message = "`{A}` and `{B}` must provide the same types",
        label = "`{A}` provides `{T}`, and `{B}` provides `{U}`",
        note = "inner entries and handlers can require only what both provide: let both take the same `Next<..>`, or write `provides::<..>(layer)` for a layer"
    )]
    ChosenEntry: ProvidesTheSame<A, B, T, U>;
}
