//! Parses the methods of a route.

use proc_macro2::Ident;
use syn::{
    Error, Token,
    ext::IdentExt,
    parse::{ParseStream, Result},
};

use crate::{
    app::parse::{
        first_word::skip_separator,
        lookahead::{KEYWORDS, METHODS},
        next_token::{expected, found, is_on_line, word},
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

/// Parses `| POST | PUT`. Another separator than `|` is reported.
pub(super) fn parse_methods(
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
        if input.cursor().literal().is_some() {
            // The path follows, as it does in nearly all routes.
            break;
        }
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
