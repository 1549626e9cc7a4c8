//! Parses the items of a block.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Attribute, Error, Expr, ExprCall, ExprPath, LitStr, Token, braced,
    buffer::Cursor,
    ext::IdentExt,
    parenthesized,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::{
        ast::{Item, ItemKind, Lists},
        parse::{
            condition::{parse_condition, parse_late_condition, parse_scope_condition},
            expression::parse_expression,
            list::{parse_entries, parse_lists},
            lookahead::{begins_item, begins_list},
            route::{parse_arrow, parse_name, parse_path, parse_route},
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses the items of a block. An invalid item is reported and skipped.
pub(super) fn parse_items(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Vec<Item> {
    let mut items = Vec::new();
    while !input.is_empty() {
        if let Ok(Some(semicolon)) = input.parse::<Option<Token![;]>>() {
            diagnostics.report(semicolon, message::SEMICOLON);
            continue;
        }
        let start = input.cursor();
        match parse_item(input, diagnostics) {
            Ok(item) => items.push(item),
            Err(error) => {
                diagnostics.push(error);
                skip_item(input, start);
            }
        }
    }
    items
}

/// Skips to the next item.
fn skip_item(input: ParseStream<'_>, start: Cursor<'_>) {
    while !input.is_empty() {
        if input.cursor() != start && begins_item(input) {
            return;
        }
        let is_comma = input.peek(Token![,]);
        // The input is not empty, and every token is a token tree.
        let _: Result<TokenTree> = input.parse();
        if is_comma {
            return;
        }
    }
}

/// Parses an item and the comma after it.
fn parse_item(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Item> {
    let attrs = input.call(Attribute::parse_outer)?;
    let Ok(keyword) = input.call(Ident::parse_any) else {
        return Err(input.error(message::EXPECTED_ITEM));
    };
    let (kind, condition, lists) = match &*keyword.to_string() {
        "scope" => {
            let prefix = if input.peek(LitStr) {
                Some(input.parse()?)
            } else {
                None
            };
            let condition = parse_scope_condition(input, diagnostics)?;
            let lists = parse_lists(input, diagnostics)?;
            let content;
            braced!(content in input);
            let items = parse_items(&content, diagnostics);
            (ItemKind::Scope { prefix, items }, condition, lists)
        }
        "mount" => {
            let path = parse_path(input)?;
            if let Some(name) = parse_name(input)? {
                diagnostics.report(name, message::NAME_ON_MOUNT);
            }
            let service = parse_arrow(input)?;
            let condition = parse_condition(input, parse_expression)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Mount { path, service }, condition, lists)
        }
        "merge" => {
            if input.peek(LitStr) {
                return Err(input.error(message::PATH_ON_MERGE));
            }
            if input.is_empty() || input.peek(Token![,]) {
                return Err(input.error(message::EXPECTED_ROUTER));
            }
            let router = parse_expression(input)?;
            let condition = parse_condition(input, parse_expression)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Merge { router }, condition, lists)
        }
        "include" => {
            let part = parse_part(input)?;
            let name = parse_name(input)?;
            let condition = parse_condition(input, parse_expression)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Include { part, name }, condition, lists)
        }
        "fallback" => {
            let handler = parse_arrow(input)?;
            let lists = parse_no_lists(input, &keyword, diagnostics)?;
            (ItemKind::Fallback { handler }, None, lists)
        }
        "method_not_allowed" => {
            let handler = parse_arrow(input)?;
            let lists = parse_no_lists(input, &keyword, diagnostics)?;
            (ItemKind::MethodNotAllowed { handler }, None, lists)
        }
        "stack" if !input.peek(LitStr) && !input.peek(Token![|]) => {
            (parse_stack(input, diagnostics)?, None, Lists::default())
        }
        _ => parse_route(input, &keyword, diagnostics)?,
    };
    parse_late_condition(input, diagnostics)?;
    let _: Option<Token![,]> = input.parse()?;
    Ok(Item {
        attrs,
        keyword,
        kind,
        condition,
        lists,
    })
}

/// Parses `path(arguments)` after `include`.
fn parse_part(input: ParseStream<'_>) -> Result<ExprCall> {
    if input.peek(LitStr) {
        return Err(input.error(message::PATH_ON_INCLUDE));
    }
    let part: ExprPath = input
        .parse()
        .map_err(|error| Error::new(error.span(), message::EXPECTED_PART))?;
    if !input.peek(token::Paren) {
        return Err(Error::new_spanned(
            &part,
            message::part_without_arguments(&part.path),
        ));
    }
    let arguments;
    let paren_token = parenthesized!(arguments in input);
    if input.peek(Token![.]) || input.peek(Token![?]) {
        return Err(input.error(message::more_than_a_part(&part.path)));
    }
    Ok(ExprCall {
        attrs: Vec::new(),
        func: Box::new(Expr::Path(part)),
        paren_token,
        args: arguments.parse_terminated(parse_expression, Token![,])?,
    })
}

/// Reports a condition and lists on a fallback, which has none of its own.
fn parse_no_lists(
    input: ParseStream<'_>,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Lists> {
    if input.peek(Token![if]) {
        diagnostics.push(input.error(message::condition_on_fallback(keyword)));
        parse_condition(input, parse_expression)?;
    }
    if begins_list(input) {
        let list = input.fork().call(Ident::parse_any)?;
        diagnostics.report(&list, message::list_on_fallback(&list, keyword));
        parse_lists(input, diagnostics)?;
    }
    Ok(Lists::default())
}

/// Parses `name = [entry, ...]`.
fn parse_stack(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<ItemKind> {
    let Ok(name) = input.parse() else {
        return Err(input.error(message::EXPECTED_STACK));
    };
    if input.parse::<Option<Token![=]>>()?.is_none() || !input.peek(token::Bracket) {
        return Err(input.error(message::EXPECTED_STACK));
    }
    let entries = parse_entries(input, diagnostics)?;
    if begins_list(input) {
        diagnostics.push(input.error(message::LISTS_ON_STACK));
        parse_lists(input, diagnostics)?;
    }
    Ok(ItemKind::Stack { name, entries })
}
