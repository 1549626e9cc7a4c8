//! The checks that `#[handler]` leaves to rustc, as data.

use syn::{Attribute, Generics, Ident, Type};

/// The checks of one handler.
pub(super) struct CompilerChecks<'a> {
    /// The `#[cfg]`s of the function.
    pub(super) cfgs: Vec<&'a Attribute>,
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
    /// The state of the application, or `()` if unknown.
    pub(super) state: Type,
    /// The arguments whose types can be named.
    pub(super) arguments: Vec<ArgumentCheck<'a>>,
    /// The return type, if it can be named.
    pub(super) output: Option<&'a Type>,
    /// The check of the function itself, if it can be named.
    pub(super) function_check: Option<FunctionCheck<'a>>,
}

/// The check that an argument can be extracted.
pub(super) struct ArgumentCheck<'a> {
    pub(super) ty: &'a Type,
    pub(super) is_last: bool,
    pub(super) known: Known,
}

/// What is known about the type of an argument. The runtime has a type for each variant.
pub(super) enum Known {
    /// The type has generic parameters, or may have.
    Generic,
    /// The type is concrete, and the state is unknown.
    ByType,
    /// The type is concrete, and the user named the state.
    ForState,
}

/// The check that the future is `Send`, which needs the types of all arguments.
pub(super) struct FunctionCheck<'a> {
    pub(super) types: Vec<&'a Type>,
    /// The return type, if it is an `impl Trait`. Such a type cannot be named without the function.
    pub(super) opaque: Option<&'a Type>,
}
