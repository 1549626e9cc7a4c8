//! Parses the block of the application.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Error, Signature, Token, braced,
    ext::IdentExt,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::{
        ast::Item,
        parse::{
            item::parse_items,
            lookahead::begins_list,
            next_token::{found, next},
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses the block and the end of the application. Without a block there are no items.
pub(super) fn parse_block(
    input: ParseStream<'_>,
    sig: &Signature,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Item>> {
    let is_sign = |input: ParseStream<'_>| matches!(next(input), Some(TokenTree::Punct(_)));
    if is_sign(input)
        && let Some((found, text)) = found(input)
    {
        while is_sign(input) {
            input.parse::<TokenTree>()?;
        }
        let message = message::expected_but_found("`{`", &text, "remove it");
        diagnostics.push(Error::new_spanned(found, message));
    }
    if !input.peek(token::Brace) {
        let help = message::block_help(&sig.ident);
        let error = match found(input) {
            Some((found, text)) => {
                Error::new_spanned(found, message::expected_but_found("`{`", &text, &help))
            }
            None => Error::new(sig.ident.span(), message::expected("`{`", &help)),
        };
        if !diagnostics.any() {
            diagnostics.push(error);
        }
        input.parse::<TokenStream>()?;
        return Ok(Vec::new());
    }
    let content;
    braced!(content in input);
    let items = parse_items(&content, diagnostics);
    if !input.is_empty() {
        diagnostics.push(after_block(input, sig));
        input.parse::<TokenStream>()?;
    }
    Ok(items)
}

/// Returns the error for what follows the block.
fn after_block(input: ParseStream<'_>, sig: &Signature) -> Error {
    let ahead = input.fork();
    let is_method = ahead.parse::<Token![.]>().is_ok();
    match Ident::parse_any(&ahead) {
        Ok(method) if is_method => {
            Error::new(method.span(), message::method_on_app(&method, &sig.ident))
        }
        Ok(list) if begins_list(input) => {
            Error::new(list.span(), message::list_after_app(&list, &sig.ident))
        }
        _ => input.error(message::SECOND_APP),
    }
}
