//! Parses `GET | POST "/path" as name => handler`, and the parts that other items share.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Error, Expr, LitStr, Token,
    parse::{ParseStream, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::{
        ast::{ItemKind, Lists},
        parse::{
            condition::parse_condition,
            expression::parse_expression,
            list::parse_lists,
            lookahead::{METHODS, begins_list},
            methods::parse_methods,
            next_token::{expected, is_on_line, next_span, text},
            route_name::parse_route_name,
            target::parse_arrow,
        },
        route_path::RoutePath,
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses a route after its first method.
pub(super) fn parse_route(
    input: ParseStream<'_>,
    first: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<(ItemKind, Option<Expr>, Lists)> {
    let methods = parse_methods(input, first, diagnostics)?;
    let last = methods.last().unwrap_or(first);
    let path = parse_path(input, last, diagnostics)?;
    let name = parse_name(input, diagnostics)?;
    let before = name.as_ref().map_or(path.span(), Ident::span);
    let handler = parse_arrow(input, before, first, diagnostics)?;
    if let Expr::Cast(cast) = handler {
        return Err(Error::new_spanned(
            cast.as_token,
            message::NAME_AFTER_HANDLER,
        ));
    }
    let condition = parse_condition(input, parse_expression, diagnostics)?;
    let lists = parse_lists(input, diagnostics)?;
    let kind = ItemKind::Route {
        methods,
        path,
        name,
        handler,
    };
    Ok((kind, condition, lists))
}

/// Parses `as name`, if present.
pub(super) fn parse_name(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Ident>> {
    match input.parse::<Option<Token![as]>>()? {
        Some(word) => parse_route_name(input, word.span, diagnostics),
        None => Ok(None),
    }
}

/// Parses the path after a keyword or a method.
pub(super) fn parse_path(
    input: ParseStream<'_>,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<RoutePath> {
    if let Some(path) = RoutePath::parse_if_present(input) {
        return Ok(path);
    }
    let help = message::path_help(keyword);
    let ahead = input.fork();
    if let Ok(found) = ahead.parse::<TokenTree>()
        && ahead.peek(LitStr)
        && is_on_line(keyword.span(), input)
    {
        let is_method = METHODS.iter().any(|method| text(&found) == *method);
        if is_method && keyword == "mount" {
            diagnostics.push(Error::new(found.span(), message::METHOD_ON_MOUNT));
            input.advance_to(&ahead);
            return input.parse();
        }
        if matches!(&found, TokenTree::Punct(_)) {
            diagnostics.push(expected(keyword.span(), input, "a path", &help));
            input.advance_to(&ahead);
            return input.parse();
        }
    }
    if begins_list(input) {
        return Err(Error::new(
            next_span(input),
            message::list_before_path(&help),
        ));
    }
    if input.peek(token::Paren) {
        return Err(Error::new(
            next_span(input),
            message::expected_but_found("a path", "(", &help),
        ));
    }
    Err(expected(
        keyword.span(),
        input,
        "a string literal as the path",
        &help,
    ))
}

/// Parses the router after `merge`.
pub(super) fn parse_router(input: ParseStream<'_>, keyword: &Ident) -> Result<Expr> {
    if input.peek(LitStr) {
        return Err(input.error(message::PATH_ON_MERGE));
    }
    if input.is_empty() || input.peek(Token![,]) {
        return Err(input.error(message::EXPECTED_ROUTER));
    }
    if input.peek(token::Bracket) || input.peek(Token![=>]) || input.peek(Token![:]) {
        return Err(expected(keyword.span(), input, "a router", message::MERGE));
    }
    parse_expression(input)
}
