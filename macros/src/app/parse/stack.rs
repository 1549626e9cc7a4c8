//! Parses `stack name = [entry, ...]`.

use proc_macro2::Ident;
use syn::{
    Error, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::{
        ast::{EntryInput, ItemKind},
        parse::{
            entry::parse_entry,
            list::{parse_entries, parse_lists},
            lookahead::begins_list,
            next_token::expected,
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses a stack after its keyword. A stack with a mistake keeps its name.
pub(super) fn parse_stack(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<ItemKind> {
    let name = parse_name(input, diagnostics)?;
    let is_reported = report_parameters(input, &name, diagnostics)?;
    let entries = parse_value(input, &name, diagnostics)?;
    if begins_list(input) {
        diagnostics.push(input.error(message::LISTS_ON_STACK));
        parse_lists(input, diagnostics)?;
    }
    // The entries may use the parameters.
    let entries = entries.filter(|_| !is_reported);
    Ok(ItemKind::Stack { name, entries })
}

fn parse_name(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Ident> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        let name = text
            .parse_with(Ident::parse_any)
            .map_err(|_| Error::new(text.span(), message::EXPECTED_STACK))?;
        diagnostics.report(&text, message::stack_name_in_quotes(&name));
        return Ok(name);
    }
    input
        .parse()
        .map_err(|_| input.error(message::EXPECTED_STACK))
}

/// Reports `(parameters)` after the name. Returns whether there are any.
fn report_parameters(
    input: ParseStream<'_>,
    name: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<bool> {
    if !input.peek(token::Paren) {
        return Ok(false);
    }
    diagnostics.push(input.error(message::stack_with_parameters(name)));
    input.parse::<proc_macro2::TokenTree>()?;
    Ok(true)
}

/// Parses `= [entry, ...]`, or reports what is not a list. Returns `None` if the entries are unknown.
fn parse_value(
    input: ParseStream<'_>,
    name: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Vec<EntryInput>>> {
    let is_list = |input: ParseStream<'_>| input.peek(token::Bracket);
    let help = message::stack_help(name);
    if input.peek(Token![=]) && !input.peek(Token![=>]) {
        input.parse::<Token![=]>()?;
        if is_list(input) {
            return parse_entries(input, diagnostics).map(Some);
        }
        if input.is_empty() || input.peek(Token![,]) {
            return Err(input.error(message::EXPECTED_STACK));
        }
        diagnostics.push(expected(name.span(), input, "a list in brackets", &help));
        return if input.peek(token::Brace) || input.peek(token::Paren) {
            input.parse::<proc_macro2::TokenTree>()?;
            Ok(None)
        } else {
            Ok(Some(vec![parse_entry(input, diagnostics)?]))
        };
    }
    let error = expected(name.span(), input, "`=`", &help);
    if input.parse::<Option<Token![:]>>()?.is_none() {
        let _: Option<Token![=>]> = input.parse()?;
    }
    if is_list(input) {
        diagnostics.push(error);
        return parse_entries(input, diagnostics).map(Some);
    }
    if input.peek(token::Brace) {
        diagnostics.push(error);
        input.parse::<proc_macro2::TokenTree>()?;
        return Ok(None);
    }
    Err(error)
}

/// Returns whether `name = [` follows another word than `stack`.
pub(super) fn is_stack(input: ParseStream<'_>, word: &Ident) -> bool {
    let ahead = input.fork();
    let is_list = Ident::parse_any(&ahead).is_ok()
        && ahead.parse::<Token![=]>().is_ok()
        && ahead.peek(token::Bracket);
    word != "stack" && is_list
}
