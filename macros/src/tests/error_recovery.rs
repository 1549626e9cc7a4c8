//! Removes the half-written code that a macro passes on to rustc, so that the rest of the output
//! can be parsed.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::{
    Block, Expr, Token,
    parse::{ParseStream, Parser},
    punctuated::Punctuated,
};

use crate::tests::mutations::regroup;

/// The input of a macro, for searching.
pub(super) struct InputText(String);

impl InputText {
    pub(super) fn new(input: &TokenStream) -> Self {
        Self(text(input.clone()))
    }

    /// Returns whether the input contains these tokens in sequence.
    fn has(&self, tokens: &[TokenTree]) -> bool {
        !tokens.is_empty() && self.0.contains(&text(tokens.iter().cloned().collect()))
    }
}

/// Returns the tokens as text, each between separators.
fn text(stream: TokenStream) -> String {
    let token_text = |token: TokenTree| match token {
        TokenTree::Group(group) => {
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::Brace => ("{", "}"),
                Delimiter::None => ("", ""),
            };
            format!("\0{open}\0{}\0{close}\0", text(group.stream()))
        }
        other => format!("\0{other}\0"),
    };
    stream.into_iter().map(token_text).collect()
}

/// Empties the groups that do not parse because of half-written code: a passage of the input that
/// is not an expression, where an expression is expected. Nothing else changes, so the macro's own
/// tokens must still parse.
pub(super) fn heal(output: TokenStream, written: &InputText) -> TokenStream {
    let heal_token = |token| match token {
        TokenTree::Group(group) => heal_group(&group, written),
        other => other,
    };
    output.into_iter().map(heal_token).collect()
}

fn heal_group(group: &Group, written: &InputText) -> TokenTree {
    let original: Vec<TokenTree> = group.stream().into_iter().collect();
    let healed: Vec<TokenTree> = heal(group.stream(), written).into_iter().collect();
    let inner = match group.delimiter() {
        Delimiter::Parenthesis
            if !are_arguments(stream(&healed)) && has_half_written(&original, &healed, written) =>
        {
            TokenStream::new()
        }
        Delimiter::Brace if !are_statements(stream(&healed)) => {
            if written.has(&original) {
                TokenStream::new()
            } else {
                heal_variables(&original, healed, written)
            }
        }
        _ => stream(&healed),
    };
    regroup(group, inner)
}

/// Replaces the half-written values in `let variable = half.written. ;`.
fn heal_variables(
    original: &[TokenTree],
    mut healed: Vec<TokenTree>,
    written: &InputText,
) -> TokenStream {
    // From the end, so that a replacement does not move the tokens before it.
    let mut end = original.len();
    for at in (0..original.len()).rev() {
        match original[at].to_string().as_str() {
            ";" => end = at,
            "=" if end > at
                && written.has(&original[at + 1..end])
                && !is_expression(stream(&healed[at + 1..end])) =>
            {
                healed.splice(at + 1..end, quote!(half_written));
            }
            _ => {}
        }
    }
    healed.into_iter().collect()
}

/// The maximum number of tokens that a macro adds around an expression in a call.
const AROUND: usize = 16;

fn has_half_written(original: &[TokenTree], healed: &[TokenTree], written: &InputText) -> bool {
    // `pub(in path)` is complete, although it is not an expression.
    if original
        .first()
        .is_some_and(|first| first.to_string() == "in")
    {
        return false;
    }
    let length = original.len();
    (0..length.min(AROUND)).any(|from| {
        (from.max(length.saturating_sub(AROUND)) + 1..=length)
            .rev()
            .filter(|&to| written.has(&original[from..to]))
            .any(|to| {
                let (before, after) = (stream(&healed[..from]), stream(&healed[to..]));
                !is_expression(stream(&healed[from..to]))
                    && are_arguments(quote!(#before half_written #after))
            })
    })
}

fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

fn is_expression(tokens: TokenStream) -> bool {
    syn::parse2::<Expr>(tokens).is_ok()
}

fn are_arguments(tokens: TokenStream) -> bool {
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    parser.parse2(tokens).is_ok()
}

fn are_statements(tokens: TokenStream) -> bool {
    let parser = |input: ParseStream<'_>| input.call(Block::parse_within);
    parser.parse2(tokens).is_ok()
}
