//! Parses `=> expression`, what an item leads to.

use proc_macro2::{Ident, Span, TokenTree};
use syn::{
    Error, Expr, ExprPath, LitStr, Path, Token,
    parse::{ParseStream, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::parse::{
        expression::parse_expression,
        lookahead::{begins_item, begins_list},
        next_token::{expected, next, next_span, word},
    },
    diagnostics::{Diagnostics, app as message},
    syntax::source_text,
};

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
        return Err(Error::new(next_span(input), message::FUNCTION_AS_HANDLER));
    }
    if let Some(function) = parse_path_alone(input) {
        return Ok(function);
    }
    if let Some(error) = list_without_with(input) {
        return Err(error);
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
        return Err(Error::new(next_span(input), message::FUNCTION_AS_HANDLER));
    }
    if input.peek(Token![=>]) {
        return Err(input.error(message::SECOND_ARROW));
    }
    Ok(handler)
}

/// Parses a path that is the whole target, as most are. Without optimization, the parser for all expressions takes several
/// times as long.
fn parse_path_alone(input: ParseStream<'_>) -> Option<Expr> {
    let ahead = input.fork();
    let path = Path::parse_mod_style(&ahead).ok()?;
    if !ahead.is_empty() && !ahead.peek(Token![,]) {
        return None;
    }
    input.advance_to(&ahead);
    Some(Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path,
    }))
}

/// Returns the error for `index [auth, log]`. A single entry is an index of an array to the parser.
fn list_without_with(input: ParseStream<'_>) -> Option<Error> {
    let ahead = input.fork();
    let path = Path::parse_mod_style(&ahead).ok()?;
    let Some(TokenTree::Group(list)) = next(&ahead).filter(|_| ahead.peek(token::Bracket)) else {
        return None;
    };
    let mut entries = list.stream().into_iter();
    let has_comma =
        entries.any(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ','));
    let message = message::index_on_handler(&source_text(path), &source_text(list.stream()));
    has_comma.then(|| Error::new(list.span_open(), message))
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
    let span = next_span(input);
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
                Some(word) => Error::new(word.span(), message::word_before_arrow(&word)),
                None => error,
            });
            input.advance_to(&ahead);
            return input.parse();
        }
    }
    Err(error)
}
