//! Parses the part of an `include`.

use syn::{
    Error, Expr, ExprCall, ExprPath, LitStr, Token, parenthesized,
    parse::{ParseStream, Result},
    token,
};

use crate::{app::parse::expression::parse_expression, diagnostics::app as message};

/// Parses `path(arguments)` after `include`.
pub(super) fn parse_part(input: ParseStream<'_>) -> Result<ExprCall> {
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
