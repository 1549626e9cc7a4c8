//! Parses the condition of an item.

use syn::{
    Error, Expr, Token,
    parse::{ParseStream, Result},
};

use crate::{app::parse::lookahead::begins_list, diagnostics::app as message};

/// Parses `if condition`, if present.
pub(super) fn parse_condition(
    input: ParseStream<'_>,
    parse: impl Fn(ParseStream<'_>) -> Result<Expr>,
) -> Result<Option<Expr>> {
    let Some(word) = input.parse::<Option<Token![if]>>()? else {
        return Ok(None);
    };
    if input.is_empty() || input.peek(Token![,]) || begins_list(input) {
        return Err(Error::new_spanned(word, message::EXPECTED_ITEM_CONDITION));
    }
    parse(input).map(Some)
}
