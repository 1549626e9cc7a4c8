//! Names for the variables of generated code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::format_ident;

use crate::syntax::contains;

/// Returns a variable that user code cannot see. The prefix avoids a clash with a constant or unit
/// struct, which would turn the variable into a pattern.
pub(crate) fn hidden(name: &str) -> Ident {
    format_ident!("__{name}", span = Span::mixed_site())
}

/// Returns the same variable with another span, for error messages.
pub(crate) fn located(name: &Ident, at: Span) -> Ident {
    Ident::new(&name.to_string(), name.span().located_at(at))
}

/// Returns the empty span in front of a token.
///
/// An editor takes a name with the span of a user's name for that name, and goes to the definitions of both.
pub(crate) fn in_front_of(at: Span) -> Span {
    // The tests are outside of a macro, where a span has no ends.
    if proc_macro::is_available() {
        at.unwrap().start().into()
    } else {
        at
    }
}

/// Returns the same tokens with another span, for error messages.
pub(crate) fn located_tokens(tokens: &TokenStream, at: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter();
    tokens
        .map(|mut token| {
            token.set_span(at);
            token
        })
        .collect()
}

/// Returns the name of a type parameter that rustc shows in its messages.
///
/// Type parameters are not hygienic: this one would shadow a type of the user. So the name is one
/// that a reader understands, unless the user's tokens contain it.
pub(crate) fn shown(name: &str, otherwise: &str, tokens: &TokenStream) -> Ident {
    let name = if contains(tokens, name) {
        otherwise
    } else {
        name
    };
    Ident::new(name, Span::call_site())
}
