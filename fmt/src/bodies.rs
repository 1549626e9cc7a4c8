//! Finds the bodies of `app!` in a file.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, LexError, TokenStream, TokenTree};

/// The text between the braces of an `app!`.
pub(crate) struct Body {
    pub(crate) range: Range<usize>,
    /// The white space in front of the line of `app!`.
    pub(crate) indent: String,
    pub(crate) line: usize,
}

/// Finds all bodies, in their order. These are left to rustfmt:
///
/// - `app!(..)` and `app![..]`;
/// - items with `#[rustfmt::skip]`, and everything in them;
/// - the template of a `macro_rules!`, which has `$`.
///
/// # Errors
///
/// Returns an error if the text does not tokenize.
pub(crate) fn find(text: &str) -> Result<Vec<Body>, LexError> {
    let mut bodies = Vec::new();
    search(&text.parse()?, text, &mut bodies);
    Ok(bodies)
}

/// Returns whether a file may have an `app!`. Most have none, and need not be read further.
pub(crate) fn may_have_body(text: &str) -> bool {
    let mut words = text
        .match_indices("app")
        .map(|(at, word)| &text[at + word.len()..]);
    words.any(|rest| rest.trim_start().starts_with('!'))
}

fn search(tokens: &TokenStream, text: &str, bodies: &mut Vec<Body>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut is_skipped = false;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => match &tokens[..at] {
                [.., mark, bang] if is_sign(mark, '#') && is_sign(bang, '!') => {
                    if is_skip(group) {
                        return;
                    }
                }
                [.., mark] if is_sign(mark, '#') => is_skipped |= is_skip(group),
                _ if is_skipped => is_skipped = group.delimiter() != Delimiter::Brace,
                [.., TokenTree::Ident(name), bang]
                    if name == "app"
                        && is_sign(bang, '!')
                        && group.delimiter() == Delimiter::Brace =>
                {
                    if !has_variable(&group.stream()) {
                        bodies.push(body(group, name.span().byte_range().start, text));
                    }
                }
                _ => search(&group.stream(), text, bodies),
            },
            TokenTree::Punct(sign) if sign.as_char() == ';' => is_skipped = false,
            _ => {}
        }
    }
}

fn body(group: &Group, name: usize, text: &str) -> Body {
    let before = &text[..name];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let code = text[line..].trim_start_matches([' ', '\t']);
    Body {
        range: group.span_open().byte_range().end..group.span_close().byte_range().start,
        indent: text[line..text.len() - code.len()].to_owned(),
        line: before.matches('\n').count() + 1,
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Returns whether an attribute is `rustfmt::skip`.
fn is_skip(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    text.replace(' ', "") == "rustfmt::skip"
}

fn has_variable(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => has_variable(&group.stream()),
        other => is_sign(&other, '$'),
    })
}
