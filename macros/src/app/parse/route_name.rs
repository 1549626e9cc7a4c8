//! Parses the name after `as`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{
    Error, Token,
    ext::IdentExt,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::parse::lookahead::{begins_item, begins_list},
    diagnostics::{Diagnostics, app as message},
};

/// Parses a name. One that is not an identifier is reported and skipped.
pub(super) fn parse_route_name(
    input: ParseStream<'_>,
    word: Span,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Ident>> {
    // `without` can be a name.
    let is_name = input.peek(syn::Ident) && !begins_list(input);
    if ends(input) && !is_name || begins_item(input) {
        return Err(Error::new(word, message::EXPECTED_ROUTE_NAME));
    }
    let name = input.parse().ok();
    let is_next = begins_item(input) || input.peek(Token![#]) && input.peek2(token::Bracket);
    if name.is_some() && (ends(input) || is_next) {
        return Ok(name);
    }
    let mut found: TokenStream = name.iter().cloned().map(TokenTree::Ident).collect();
    let mut text = name.as_ref().map_or(String::new(), Ident::to_string);
    while !ends(input) && !begins_item(input) {
        let token: TokenTree = input.parse()?;
        if !matches!(token, TokenTree::Group(_)) {
            text.push_str(&token.to_string());
        }
        found.extend([token]);
    }
    diagnostics.report(found, message::route_name(&identifier(&text)));
    Ok(None)
}

/// Returns whether the name ends here.
fn ends(input: ParseStream<'_>) -> bool {
    let is_word = Ident::parse_any(&input.fork())
        .is_ok_and(|word| ["if", "with", "without"].iter().any(|other| word == other));
    input.is_empty()
        || is_word
        || input.peek(Token![=>])
        || input.peek(Token![,])
        || input.peek(token::Brace)
}

/// Returns the identifier that is most like a text.
fn identifier(text: &str) -> String {
    let words: Vec<String> = text
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let name = words.join("_");
    let raw = format!("r#{name}");
    let mut names = [name, raw].into_iter();
    let name = names.find(|name| syn::parse_str::<Ident>(name).is_ok());
    name.unwrap_or_else(|| "name".to_owned())
}
