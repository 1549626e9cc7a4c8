//! The variables of generated code.

use proc_macro2::{Ident, Span};
use quote::format_ident;

/// Names a variable that user code cannot see. No item has this name, which a pattern would otherwise
/// refer to.
pub(crate) fn hidden(name: &str) -> Ident {
    format_ident!("__{name}", span = Span::mixed_site())
}

/// Moves a name to another place in the source, without changing what it refers to.
pub(crate) fn located(name: &Ident, at: Span) -> Ident {
    Ident::new(&name.to_string(), name.span().located_at(at))
}
