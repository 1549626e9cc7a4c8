//! Parses `GET | POST "/path" as name => handler`, and the parts that other items share.

use proc_macro2::Ident;
use syn::{
    Error, Expr, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Result},
};

use crate::{
    app::{
        ast::{ItemKind, Lists},
        parse::{
            condition::parse_condition,
            expression::parse_expression,
            list::parse_lists,
            lookahead::{KEYWORDS, METHODS, begins_item},
        },
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

/// Parses a route after its first method.
pub(super) fn parse_route(
    input: ParseStream<'_>,
    first: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<(ItemKind, Option<Expr>, Lists)> {
    let mut methods = vec![first.clone()];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        methods.push(input.call(Ident::parse_any)?);
    }
    for method in &methods {
        check_method(method, methods.len() > 1 || input.peek(LitStr))?;
    }
    let path = parse_path(input)?;
    let name = parse_name(input)?;
    let handler = parse_arrow(input)?;
    if let Expr::Cast(cast) = handler {
        return Err(Error::new_spanned(
            cast.as_token,
            message::NAME_AFTER_HANDLER,
        ));
    }
    let condition = parse_condition(input, parse_expression)?;
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
pub(super) fn parse_name(input: ParseStream<'_>) -> Result<Option<Ident>> {
    if input.parse::<Option<Token![as]>>()?.is_none() {
        return Ok(None);
    }
    match input.parse() {
        Ok(name) => Ok(Some(name)),
        Err(_) => Err(input.error(message::EXPECTED_ROUTE_NAME)),
    }
}

/// Reports a word that is not a method. `was_meant` is whether its position suggests one.
fn check_method(word: &Ident, was_meant: bool) -> Result<()> {
    let text = word.to_string();
    if METHODS.contains(&&*text) {
        return Ok(());
    }
    let keyword = nearest(&text, &KEYWORDS).or_else(|| known_elsewhere(&text));
    let method = nearest(&text, &METHODS);
    let message = if was_meant && keyword.is_none() {
        message::unknown_method(word, method)
    } else {
        message::unknown_item(word, keyword.or(method))
    };
    Err(Error::new(word.span(), message))
}

/// Returns the keyword for a word that other frameworks use.
fn known_elsewhere(word: &str) -> Option<&'static str> {
    Some(match word {
        "nest" | "group" | "prefix" | "pipe_through" => "scope",
        "nest_service" | "service" => "mount",
        "pipeline" => "stack",
        "not_found" => "fallback",
        _ => return None,
    })
}

pub(super) fn parse_path(input: ParseStream<'_>) -> Result<LitStr> {
    if input.peek(LitStr) {
        input.parse()
    } else {
        Err(input.error(message::EXPECTED_PATH))
    }
}

/// Parses `=> expression`.
pub(super) fn parse_arrow(input: ParseStream<'_>) -> Result<Expr> {
    let arrow: Token![=>] = input.parse()?;
    if input.is_empty() || input.peek(Token![,]) || begins_item(input) {
        return Err(Error::new_spanned(arrow, message::EXPECTED_HANDLER));
    }
    parse_expression(input)
}
