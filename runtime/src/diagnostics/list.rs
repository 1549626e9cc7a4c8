//! What is said about the entries of a list.

/// The type is a tower layer that a list can hold.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a middleware nor a tower layer",
    label = "cannot be an entry of a `with` list",
    note = "a middleware is an `async fn` under `#[middleware]`, or implements `concentric::Middleware`",
    note = "the service of a tower layer must be `Clone + Send + Sync`, take a `Request`, return an HTTP response, and have an error that can be boxed"
)]
pub trait IsLayer {}

/// A middleware under an `if` provides nothing, since inner middleware and handlers could not rely on
/// it.
#[diagnostic::on_unimplemented(
    message = "a middleware that provides a value cannot have a condition",
    label = "provides `{Self}`",
    note = "what takes the value would compile and miss it at run time: list the middleware without a condition"
)]
pub trait ProvidesNothing {}
impl ProvidesNothing for () {}

/// The requirements of the middleware `M` are satisfied by the context `C`, from which entries are
/// excluded.
#[diagnostic::on_unimplemented(
    message = "`{M}` requires what is excluded here",
    label = "`{M}` still applies here, and no other middleware provides what it requires",
    note = "exclude `{M}` as well"
)]
pub trait StillSatisfiedBy<M, C, I> {}

/// The type is provided once in a stack. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is provided twice in this stack",
    label = "an outer middleware already provides `{Self}`",
    note = "handlers would only see the inner value: provide it once, or wrap one of the two in a type of its own"
)]
pub trait IsProvidedOnce {}

/// The entry is outside of `T`. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be outside `{T}`",
    label = "inside `{T}`",
    note = "list `{Self}` before `{T}`: earlier in the same list, or in an outer list"
)]
pub trait StandsOutside<T> {}

/// The entry is inside of `T`. Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` must be inside `{T}`",
    label = "`{Self}` is outside this entry",
    note = "list `{T}` before `{Self}`: earlier in the same list, or in an outer list"
)]
pub trait StandsInside<T> {}
