//! Errors about the entries of a list.

use std::marker::PhantomData;

use crate::debug::opaque_debug;

/// A tower layer that can be an entry of a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a middleware nor a tower layer",
    label = "cannot be an entry of a `with` list",
    note = "a middleware must be an `async fn` under `#[middleware]` or implement `concentric::Middleware`",
    note = "the service of a tower layer must be `Clone + Send + Sync`, take a `Request`, return an HTTP response, and have an error that can be boxed"
)]
pub trait IsLayer {}

/// The types of an entry under an `if` without an `else`: none, since inner middleware and handlers could not
/// rely on them.
#[diagnostic::on_unimplemented(
    message = "an entry with a condition must not provide a value",
    label = "provides `{Self}`",
    note = "the value would be missing where the condition is false: list it without the condition, or write an `else` with an entry that provides it, too"
)]
pub trait ProvidesNothing {}
impl ProvidesNothing for () {}

/// A requirement of the middleware `M` that the context `C` satisfies after entries are excluded.
#[diagnostic::on_unimplemented(
    message = "`{M}` requires a type whose provider is excluded",
    label = "`{M}` still applies here, and no other middleware provides the type",
    note = "exclude `{M}` as well"
)]
pub trait StillSatisfiedBy<M, C, I> {}

/// A type that is provided once in a stack. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is provided twice in this stack",
    label = "an outer middleware already provides `{Self}`",
    note = "handlers would see only the inner value: provide it once, or wrap one of the two in its own type"
)]
pub trait IsProvidedOnce {}

/// An entry that is outside of `T`. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be outside `{T}`",
    label = "inside `{T}`",
    note = "list `{Self}` before `{T}`: earlier in the same list, or in an outer list"
)]
pub trait StandsOutside<T> {}

/// An entry that is inside of `T`. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be inside `{T}`",
    label = "`{Self}` is outside this entry",
    note = "list `{T}` before `{Self}`: earlier in the same list, or in an outer list"
)]
pub trait StandsInside<T> {}

/// The outcome of a check: the entry `T` requires a `D` that is not outside of it, or [`Accepted`].
pub struct Outcome<T: ?Sized, D>(pub(crate) PhantomData<fn() -> (PhantomData<T>, D)>);

impl<T, D> Outcome<T, D> {
    /// Returns the outcome.
    #[must_use]
    pub fn check(self) -> Self {
        self
    }

    /// Ends the check.
    #[must_use]
    pub fn outcome(self) -> Self {
        self
    }
}

/// Stands for an entry without a mistake.
#[derive(Debug)]
pub struct Accepted;

/// An entry that has a `T` outside of it, which counts if it has no condition.
#[diagnostic::on_unimplemented(
    message = "`{Self}` requires an outer `{T}`",
    label = "no outer `{T}` that always runs",
    note = "list `{T}` before `{Self}`, without an `if`: earlier in the same list, or in an outer list"
)]
pub trait HasOuter<T> {
    /// Accepts the entry.
    fn accept(_: Outcome<Self, T>) {}
}
#[diagnostic::do_not_recommend]
impl HasOuter<()> for Accepted {}

/// An entry that has a `T` outside of it after entries are excluded.
#[diagnostic::on_unimplemented(
    message = "`{Self}` requires an outer `{T}`, which is excluded",
    label = "`{Self}` still applies here",
    note = "exclude `{Self}` as well"
)]
pub trait StillHasOuter<T> {
    /// Accepts the entry.
    fn accept(_: Outcome<Self, T>) {}
}
#[diagnostic::do_not_recommend]
impl StillHasOuter<()> for Accepted {}

/// A comparison of two values of an entry: `A` and `B` provide `T` and `U`. Or [`Accepted`].
pub struct Comparison<A: ?Sized, B, T, U>(
    pub(crate) PhantomData<fn() -> (PhantomData<A>, B, T, U)>,
);

/// A value of an entry that provides the same types as the value `B`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` and `{B}` must provide the same types",
    label = "`{Self}` provides `{T}`, and `{B}` provides `{U}`",
    note = "inner entries and handlers can require only what both provide: let both take the same `Next<..>`, or write `provides::<..>(layer)` for a layer"
)]
pub trait ProvidesTheSame<B, T, U> {
    /// Accepts the values.
    fn accept(_: Comparison<Self, B, T, U>) {}
}
#[diagnostic::do_not_recommend]
impl ProvidesTheSame<(), (), ()> for Accepted {}

opaque_debug! {
    Outcome<T: ?Sized, D>,
    Comparison<A: ?Sized, B, T, U>,
}
