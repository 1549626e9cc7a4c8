//! What rustc is asked about a handler.

use syn::{Attribute, Generics, Ident, Type};

/// What rustc is asked about a handler.
pub(super) struct CompilerChecks<'a> {
    /// Where the function is there at all.
    pub(super) cfgs: Vec<&'a Attribute>,
    pub(super) name: &'a Ident,
    pub(super) generics: &'a Generics,
    /// The state of the application, as far as it is known.
    pub(super) state: Type,
    /// The arguments whose types can be named.
    pub(super) arguments: Vec<ArgumentCheck<'a>>,
    /// The return type, if it can be named.
    pub(super) output: Option<&'a Type>,
    /// The types of all arguments, where the function can be named together with them.
    pub(super) function_check: Option<FunctionCheck<'a>>,
}

pub(super) struct ArgumentCheck<'a> {
    pub(super) ty: &'a Type,
    pub(super) is_last: bool,
    pub(super) known: Known,
}

/// How much is known about the type of an argument: the names of the runtime's types for it.
pub(super) enum Known {
    /// It has parameters in it, or may have.
    Generic,
    /// Nothing but the type.
    ByType,
    /// The state was named by the user.
    ForState,
}

pub(super) struct FunctionCheck<'a> {
    pub(super) types: Vec<&'a Type>,
    /// A return type that is an `impl Trait`, and so can only be had from the function.
    pub(super) opaque: Option<&'a Type>,
}
