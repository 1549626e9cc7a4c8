//! Parses the condition of an item.

use proc_macro2::TokenTree;
use syn::{
    Error, Expr, Token,
    parse::{ParseStream, Result},
    parse_quote, token,
};

use crate::{
    app::parse::{expression::parse_expression, lookahead::begins_list},
    diagnostics::{Diagnostics, app as message},
};

/// Parses `if condition`, if present.
pub(super) fn parse_condition(
    input: ParseStream<'_>,
    parse: impl Fn(ParseStream<'_>) -> Result<Expr>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Expr>> {
    let Some(word) = input.parse::<Option<Token![if]>>()? else {
        return Ok(None);
    };
    if input.is_empty() || input.peek(Token![,]) || begins_list(input) {
        return Err(Error::new_spanned(word, message::EXPECTED_ITEM_CONDITION));
    }
    let condition = parse(input)?;
    if input.peek(Token![else]) {
        return Err(input.error(message::ELSE_ON_ITEM));
    }
    Ok(Some(check_condition(condition, diagnostics)))
}

/// Parses the condition of a scope, if present. The block of the scope follows, or its lists.
pub(super) fn parse_scope_condition(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Expr>> {
    if input.peek(Token![if]) && input.peek2(token::Brace) && !input.peek3(token::Brace) {
        return Err(input.error(message::EXPECTED_ITEM_CONDITION));
    }
    let condition = parse_condition(input, Expr::parse_without_eager_brace, diagnostics)?;
    if input.peek(token::Brace) && input.peek2(token::Brace) {
        diagnostics.push(input.error(message::STRUCT_IN_CONDITION));
        let _: TokenTree = input.parse()?;
    }
    Ok(condition)
}

/// Reports a condition after the lists of an item.
pub(super) fn parse_late_condition(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<()> {
    if input.peek(Token![if]) {
        diagnostics.push(input.error(message::CONDITION_AFTER_LISTS));
        parse_condition(input, parse_expression, diagnostics)?;
    }
    Ok(())
}

/// Reports `=` and `let` in a condition. Returns one that rustc can check.
pub(super) fn check_condition(condition: Expr, diagnostics: &mut Diagnostics) -> Expr {
    let error = match &condition {
        Expr::Assign(assign) => Error::new_spanned(assign.eq_token, message::ASSIGNMENT),
        _ => match find_let(&condition) {
            Some(word) => Error::new_spanned(word, message::LET_IN_CONDITION),
            None => return condition,
        },
    };
    diagnostics.push(error);
    parse_quote!(true)
}

fn find_let(condition: &Expr) -> Option<Token![let]> {
    match condition {
        Expr::Let(found) => Some(found.let_token),
        Expr::Binary(both) => find_let(&both.left).or_else(|| find_let(&both.right)),
        _ => None,
    }
}
