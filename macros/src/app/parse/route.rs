//! Parses `GET | POST "/path" as name => handler`, and the parts that other items share.

use proc_macro2::{Ident, Span, TokenTree};
use syn::{
    Error, Expr, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::{
        ast::{ItemKind, Lists},
        parse::{
            condition::parse_condition,
            expression::parse_expression,
            first_word::skip_separator,
            list::parse_lists,
            lookahead::{KEYWORDS, METHODS, begins_item, begins_list},
            next_token::{expected, found, is_on_line, next, start, text, word},
            route_name::parse_route_name,
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

/// Parses `| POST | PUT`. Another separator than `|` is reported.
fn parse_methods(
    input: ParseStream<'_>,
    first: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Ident>> {
    let mut methods = vec![first.clone()];
    let mut is_separated = true;
    while is_separated {
        let last = methods.last().unwrap_or(first);
        if input.peek(Token![|]) && !input.peek(Token![||]) {
            let bar: Token![|] = input.parse()?;
            let Some(method) = word(input) else {
                return Err(expected(bar.span, input, "a method", message::METHODS));
            };
            check_method(&method)?;
            methods.push(input.call(Ident::parse_any)?);
            continue;
        }
        is_separated = false;
        let found = found(input);
        if is_on_line(last.span(), input)
            && let Some((found, text)) = found
            && skip_separator(input)
        {
            let message = message::expected_but_found("`|`", &text, message::METHODS);
            diagnostics.push(Error::new_spanned(found, message));
            methods.push(input.call(Ident::parse_any)?);
            is_separated = true;
        }
    }
    Ok(methods)
}

/// Reports a word that is not a method.
fn check_method(word: &Ident) -> Result<()> {
    let text = word.to_string();
    if METHODS.contains(&&*text) {
        return Ok(());
    }
    let message = match nearest(&text, &KEYWORDS) {
        Some(keyword) => message::unknown_item(word, Some(keyword)),
        None => message::unknown_method(word, nearest(&text, &METHODS)),
    };
    Err(Error::new(word.span(), message))
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
) -> Result<LitStr> {
    if input.peek(LitStr) {
        return input.parse();
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
            ahead_word(input),
            message::list_before_path(&help),
        ));
    }
    if input.peek(token::Paren) {
        return Err(Error::new(
            ahead_word(input),
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

/// Returns where the next token starts.
fn ahead_word(input: ParseStream<'_>) -> Span {
    next(input).map_or(input.span(), |next| start(&next))
}

/// Parses `=> expression` after a path, a name or a keyword.
pub(super) fn parse_arrow(
    input: ParseStream<'_>,
    before: Span,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Expr> {
    let arrow = parse_arrow_alone(input, before, keyword, diagnostics)?;
    if input.is_empty() || input.peek(Token![,]) || begins_item(input) {
        return Err(Error::new_spanned(arrow, message::EXPECTED_HANDLER));
    }
    if (input.peek(Token![fn]) || input.peek(Token![async])) && is_function(input) {
        return Err(Error::new(ahead_word(input), message::FUNCTION_AS_HANDLER));
    }
    let handler = parse_expression(input)?;
    // `index !with [auth]`
    if let Expr::Verbatim(tokens) = &handler
        && let Some(TokenTree::Punct(last)) = tokens.clone().into_iter().last()
        && last.as_char() == '!'
        && begins_list(input)
    {
        return Err(Error::new(last.span(), message::NOT_BEFORE_LIST));
    }
    // `(req, res) => { ... }` or `function() { ... }`
    if input.peek(token::Brace) && matches!(handler, Expr::Call(_)) {
        return Err(Error::new(ahead_word(input), message::FUNCTION_AS_HANDLER));
    }
    if input.peek(Token![=>]) {
        return Err(input.error(message::SECOND_ARROW));
    }
    Ok(handler)
}

/// Returns whether a function is written in place.
fn is_function(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let is_async = matches!(ahead.parse::<Option<Token![async]>>(), Ok(Some(_)));
    // `async (c) => { ... }`
    ahead.peek(Token![fn]) || (is_async && ahead.peek(token::Paren))
}

/// Parses `=>`, or reports what was written in place of it.
fn parse_arrow_alone(
    input: ParseStream<'_>,
    before: Span,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Token![=>]> {
    if input.peek(Token![=>]) {
        return input.parse();
    }
    let help = message::arrow_help(keyword);
    let error = expected(before, input, "`=>`", &help);
    let ahead = input.fork();
    if input.peek(Token![,]) {
        ahead.parse::<Token![,]>()?;
        if ahead.peek(LitStr) {
            diagnostics.push(Error::new(ahead.span(), message::SECOND_PATH));
            ahead.parse::<LitStr>()?;
            input.advance_to(&ahead);
            return parse_arrow_alone(input, before, keyword, diagnostics);
        }
    } else if input.peek(Token![->]) {
        ahead.parse::<Token![->]>()?;
    } else if input.peek(Token![:]) {
        ahead.parse::<Token![:]>()?;
    } else if input.peek(Token![=]) {
        ahead.parse::<Token![=]>()?;
    } else {
        return skip_to_arrow(input, error, diagnostics);
    }
    let is_handler = !ahead.is_empty() && !begins_item(&ahead) && !begins_list(&ahead);
    let span = ahead_word(input);
    if !is_handler || next(&ahead).is_some_and(|next| next.span().start().line != span.end().line) {
        return Err(error);
    }
    diagnostics.push(error);
    input.advance_to(&ahead);
    Ok(Token![=>](span))
}

/// Reports what is written before `=>`, such as `name "home"`, and skips it.
fn skip_to_arrow(
    input: ParseStream<'_>,
    error: Error,
    diagnostics: &mut Diagnostics,
) -> Result<Token![=>]> {
    let ahead = input.fork();
    for _ in 0..3 {
        if ahead.is_empty() || ahead.peek(Token![,]) || begins_item(&ahead) {
            break;
        }
        ahead.parse::<TokenTree>()?;
        if ahead.peek(Token![=>]) {
            diagnostics.push(match word(input) {
                Some(word) => Error::new(word.span(), message::unknown_word_before_arrow(&word)),
                None => error,
            });
            input.advance_to(&ahead);
            return input.parse();
        }
    }
    Err(error)
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
