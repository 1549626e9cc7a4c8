//! Parses the types of an order rule.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{
    Error, Path, Token, Type, parenthesized,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    diagnostics::middleware as message,
    syntax::{readable, source_text},
};

/// Parses `(a, b)`.
pub(super) fn types(input: ParseStream<'_>, rule: &Path) -> Result<Vec<Type>> {
    if !input.peek(token::Paren) {
        return Err(Error::new_spanned(rule, message::EXPECTED_RULE_TYPES));
    }
    let content;
    parenthesized!(content in input);
    let mut types = Vec::new();
    while !content.is_empty() {
        let ty = named(&content, rule)?;
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            let text = message::not_a_rule_type(&readable(rule), &readable(&ty));
            return Err(content.error(text));
        }
        types.push(ty);
    }
    Ok(types)
}

/// Parses a type that an entry of a list can have.
fn named(content: ParseStream<'_>, rule: &Path) -> Result<Type> {
    let (at, tokens) = (content.span(), content.cursor().token_stream());
    match content.parse() {
        Ok(Type::Path(path)) => Ok(Type::Path(path)),
        Ok(Type::Macro(call)) => Ok(Type::Macro(call)),
        _ => {
            let found = first(tokens);
            let text =
                message::not_a_named_type(&readable(rule), &source_text(&found), names(found));
            Err(Error::new(at, text))
        }
    }
}

/// Returns the tokens up to a comma.
fn first(tokens: TokenStream) -> TokenStream {
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    tokens
        .into_iter()
        .take_while(|token| !is_comma(token))
        .collect()
}

/// Returns the names in a list such as `[a, b]`, or `(a, b)`.
fn names(found: TokenStream) -> String {
    let mut tokens = found.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() != Delimiter::None => {
            source_text(group.stream())
        }
        (Some(TokenTree::Punct(mark)), Some(TokenTree::Ident(name))) if mark.as_char() == '&' => {
            name.to_string()
        }
        _ => "other, ...".to_owned(),
    }
}
