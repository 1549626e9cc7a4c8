//! Parses `scope "/prefix" if condition without [...] with [...] { items }`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::{
    Error, Expr, LitStr, Token, braced,
    parse::{ParseStream, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::{
        ast::{Item, ItemKind, Lists},
        parse::{
            condition::parse_scope_condition,
            list::{parse_bare_list, parse_lists},
            lookahead::begins_list,
            next_token::{begins_unknown_list, expected, found, next},
            route::parse_name,
        },
        route_path::RoutePath,
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
    let mut prefix = parse_prefix(input, keyword)?;
    let name = parse_name(input, diagnostics)?;
    if let Some(name) = name {
        diagnostics.report(name, message::NAME_ON_SCOPE);
    }
    let end = prefix.as_ref().map_or(keyword.span(), RoutePath::span);
    skip_separator(input, end, diagnostics)?;
    let condition = parse_scope_condition(input, diagnostics)?;
    let mut lists = parse_lists(input, diagnostics)?;
    let bare = parse_bare_list(input, message::LIST_ON_SCOPE, diagnostics)?;
    let is_reported = !bare.is_empty();
    lists.with.extend(bare);
    if prefix.is_none()
        && let Some(late) = RoutePath::parse_if_present(input)
    {
        if !is_reported {
            diagnostics.report(&late, message::late_prefix(late.text()));
        }
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

/// Parses the prefix, if present. One that is not a string literal is an error.
fn parse_prefix(input: ParseStream<'_>, keyword: &Ident) -> Result<Option<RoutePath>> {
    if let Some(prefix) = RoutePath::parse_if_present(input) {
        return Ok(Some(prefix));
    }
    let begins = input.is_empty()
        || input.peek(token::Brace)
        || input.peek(Token![if])
        || input.peek(Token![,])
        || input.peek(Token![:])
        || input.peek(Token![=>])
        || input.peek(token::Bracket)
        || begins_list(input);
    if begins || begins_unknown_list(input) {
        return Ok(None);
    }
    Err(expected(
        keyword.span(),
        input,
        "a string literal as the prefix",
        message::SCOPE,
    ))
}

/// Reports and skips signs, such as `:` or `=>`, before a list or the block.
fn skip_separator(
    input: ParseStream<'_>,
    before: Span,
    diagnostics: &mut Diagnostics,
) -> Result<()> {
    let ahead = input.fork();
    while matches!(next(&ahead), Some(TokenTree::Punct(_))) {
        ahead.parse::<TokenTree>()?;
    }
    if ahead.cursor() == input.cursor() {
        return Ok(());
    }
    if input.peek(Token![,]) && ahead.peek(LitStr) {
        diagnostics.push(Error::new(ahead.span(), message::SECOND_PREFIX));
        ahead.parse::<LitStr>()?;
        input.advance_to(&ahead);
        return Ok(());
    }
    if ahead.peek(token::Brace) || begins_list(&ahead) {
        diagnostics.push(expected(before, input, "`{`", message::SCOPE));
        input.advance_to(&ahead);
    }
    Ok(())
}

/// Returns the error for a scope without a block.
fn no_block(input: ParseStream<'_>, prefix: Option<&RoutePath>, keyword: &Ident) -> Error {
    let end = prefix.map_or(keyword.span(), RoutePath::span);
    let path = prefix.map_or("\"/prefix\"".to_owned(), |prefix| {
        format!("{:?}", prefix.text())
    });
    let is_arrow = input.peek(Token![=>]) || input.peek(Token![->]);
    match found(input) {
        Some((arrow, _)) if is_arrow => Error::new_spanned(arrow, message::arrow_on_scope(&path)),
        _ => expected(end, input, "`{`", &format!("write: scope {path} {{ ... }}")),
    }
}
