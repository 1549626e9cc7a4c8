//! Parses `scope "/prefix" if condition without [...] with [...] { items }`.

use proc_macro2::{Ident, Span};
use syn::{
    Error, Expr, LitStr, Token, braced,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::{
        ast::{Item, ItemKind, Lists},
        parse::{
            condition::parse_scope_condition,
            list::parse_lists,
            lookahead::begins_list,
            next_token::{expected, next},
            route::parse_name,
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses a scope after its keyword.
pub(super) fn parse_scope(
    input: ParseStream<'_>,
    keyword: &Ident,
    parse_items: fn(ParseStream<'_>, &mut Diagnostics) -> Vec<Item>,
    diagnostics: &mut Diagnostics,
) -> Result<(ItemKind, Option<Expr>, Lists)> {
    let mut prefix = parse_prefix(input, keyword, diagnostics)?;
    let name = parse_name(input, diagnostics)?;
    if let Some(name) = name {
        diagnostics.report(name, message::NAME_ON_SCOPE);
    }
    let end = prefix.as_ref().map_or(keyword.span(), LitStr::span);
    skip_separator(input, end, diagnostics)?;
    let condition = parse_scope_condition(input, diagnostics)?;
    let lists = parse_lists(input, diagnostics)?;
    if prefix.is_none() && input.peek(LitStr) {
        let late: LitStr = input.parse()?;
        diagnostics.report(&late, message::late_prefix(&late));
        prefix = Some(late);
    }
    skip_separator(input, end, diagnostics)?;
    if !input.peek(token::Brace) {
        return Err(no_block(input, prefix.as_ref(), keyword));
    }
    let content;
    braced!(content in input);
    let items = parse_items(&content, diagnostics);
    Ok((ItemKind::Scope { prefix, items }, condition, lists))
}

/// Parses the prefix, if present. One that is not a string literal is reported.
fn parse_prefix(
    input: ParseStream<'_>,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Option<LitStr>> {
    if input.peek(LitStr) {
        return input.parse().map(Some);
    }
    let begins = input.is_empty()
        || input.peek(token::Brace)
        || input.peek(Token![if])
        || input.peek(Token![,])
        || input.peek(Token![:])
        || input.peek(Token![=>])
        || begins_list(input);
    if begins || crate::app::parse::next_token::begins_unknown_list(input) {
        return Ok(None);
    }
    let error = expected(
        keyword.span(),
        input,
        "a string literal as the prefix",
        message::SCOPE,
    );
    let _ = diagnostics;
    Err(error)
}

/// Reports and skips `:` or `,` before a list or the block.
fn skip_separator(
    input: ParseStream<'_>,
    before: Span,
    diagnostics: &mut Diagnostics,
) -> Result<()> {
    let ahead = input.fork();
    if ahead.parse::<Option<Token![,]>>()?.is_none()
        && ahead.parse::<Option<Token![:]>>()?.is_none()
    {
        return Ok(());
    }
    if ahead.peek(token::Brace) || begins_list(&ahead) {
        diagnostics.push(expected(before, input, "`{`", message::SCOPE));
        input.parse::<proc_macro2::TokenTree>()?;
    }
    Ok(())
}

/// Returns the error for a scope without a block.
fn no_block(input: ParseStream<'_>, prefix: Option<&LitStr>, keyword: &Ident) -> Error {
    let end = prefix.map_or(keyword.span(), LitStr::span);
    let path = prefix.map_or("\"/prefix\"".to_owned(), |prefix| {
        format!("{:?}", prefix.value())
    });
    let is_arrow = input.peek(Token![=>]) || input.peek(Token![->]);
    match next(input) {
        Some(arrow) if is_arrow => Error::new(arrow.span(), message::arrow_on_scope(&path)),
        _ => expected(end, input, "`{`", &format!("write: scope {path} {{ ... }}")),
    }
}
