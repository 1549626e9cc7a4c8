//! Names and places of generated code.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Expr, PathSegment, Token};

use crate::syntax::{contains, plain_path};

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

/// Generates a block that reports the mistake that a check has found, if there is one, on all tokens from the first to
/// the last.
pub(crate) fn report(found: &TokenStream, at: [Span; 2]) -> TokenStream {
    let (name, mistake) = mistake(at);
    quote!({ let #name = #found; #name.report(#mistake) })
}

/// Returns a name for what a check has found, and the argument that rustc reports.
///
/// The argument has the places of the user's tokens, so rustc explains no macro. So user code could see the name.
pub(crate) fn mistake([first, last]: [Span; 2]) -> (Ident, TokenStream) {
    let name = Ident::new("concentric_found", first);
    let (borrow, dot) = (Token![&](first), Token![.](last));
    let mut mistake = Literal::usize_unsuffixed(0);
    mistake.set_span(last);
    let argument = quote!(#borrow #name #dot #mistake);
    (name, argument)
}

/// Returns the span of a token of ours at this place.
pub(crate) fn ours(at: Span) -> Span {
    Span::mixed_site().located_at(at)
}

/// Returns the places of the first and the last token.
pub(crate) fn ends(value: &impl ToTokens) -> [Span; 2] {
    let tokens: Vec<_> = value.to_token_stream().into_iter().collect();
    let span = |token: Option<&TokenTree>| token.map_or_else(Span::mixed_site, TokenTree::span);
    [span(tokens.first()), span(tokens.last())]
}

/// Returns the places of the first and the last token of an expression. Most targets are the path of a function, and need
/// no tokens for this.
pub(crate) fn ends_of_expression(value: &Expr) -> [Span; 2] {
    let Some(path) = plain_path(value) else {
        return ends(value);
    };
    let (first, last) = (path.segments.first(), path.segments.last());
    let span = |segment: Option<&PathSegment>| {
        segment.map_or_else(Span::mixed_site, |segment| segment.ident.span())
    };
    let first = path
        .leading_colon
        .map_or_else(|| span(first), |colons| colons.spans[0]);
    [first, span(last)]
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
