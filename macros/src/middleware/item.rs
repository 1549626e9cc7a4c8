//! Rewrites an item that is not a middleware, so that no other error follows from its mistake.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use crate::syntax::contains;

/// Removes the defaults of parameters, which rustc itself reports. Returns `None` if there are none.
pub(super) fn without_defaults(item: &TokenStream) -> Option<TokenStream> {
    let mut is_signature = false;
    let mut found = false;
    let tokens = item.clone().into_iter().map(|token| match token {
        TokenTree::Group(group) if is_signature && group.delimiter() == Delimiter::Parenthesis => {
            is_signature = false;
            let (parameters, had_defaults) = required(group.stream());
            found = had_defaults;
            TokenTree::Group(regrouped(&group, parameters))
        }
        token => {
            is_signature |= matches!(&token, TokenTree::Ident(word) if word == "fn");
            token
        }
    });
    let tokens: TokenStream = tokens.collect();
    found.then_some(tokens)
}

/// Removes each `= value` that is not inside of angle brackets, and returns whether there was one.
fn required(parameters: TokenStream) -> (TokenStream, bool) {
    let (mut depth, mut is_default, mut found, mut last) = (0_usize, false, false, ' ');
    let mut kept = TokenStream::new();
    for token in parameters {
        if let TokenTree::Punct(mark) = &token {
            match mark.as_char() {
                '<' => depth += 1,
                '>' if last != '-' && last != '=' => depth = depth.saturating_sub(1),
                '=' if depth == 0 => is_default = true,
                ',' if depth == 0 => is_default = false,
                _ => {}
            }
            last = mark.as_char();
        } else {
            last = ' ';
        }
        found |= is_default;
        if !is_default {
            kept.extend([token]);
        }
    }
    (kept, found)
}

/// Returns whether the item is an `impl` block or another item that holds functions.
pub(super) fn holds_functions(item: &TokenStream) -> bool {
    let mut words = item.clone().into_iter().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    });
    let first = words.find(|word| matches!(&**word, "impl" | "trait" | "mod" | "fn"));
    first.is_some_and(|first| first != "fn")
}

/// Makes the functions that take a `Next` valid as they stand: outside of a middleware, its lifetime
/// must be written and it cannot provide anything.
pub(super) fn as_plain_functions(tokens: TokenStream) -> TokenStream {
    let mut plain = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut takes_next = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) if takes_next && group.delimiter() == Delimiter::Brace => {
                takes_next = false;
                plain.extend(quote!({ ::core::unimplemented!() }));
            }
            TokenTree::Group(group) => {
                takes_next |= group.delimiter() == Delimiter::Parenthesis
                    && contains(&group.stream(), "Next");
                let inside = as_plain_functions(group.stream());
                plain.extend([TokenTree::Group(regrouped(&group, inside))]);
            }
            TokenTree::Ident(word) if word == "Next" => {
                plain.extend(quote!(#word));
                let is_opening = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '<');
                match tokens.next_if(is_opening) {
                    None => plain.extend(quote!(<'_>)),
                    Some(opening) if is_lifetime(tokens.peek()) => plain.extend([opening]),
                    Some(opening) => plain.extend(quote!(#opening '_,)),
                }
            }
            token => plain.extend([token]),
        }
    }
    plain
}

fn is_lifetime(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == '\'')
}

fn regrouped(group: &Group, content: TokenStream) -> Group {
    let mut regrouped = Group::new(group.delimiter(), content);
    regrouped.set_span(group.span());
    regrouped
}
