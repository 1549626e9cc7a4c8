//! Parses the signature of the application.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Error, ReturnType, Signature, Token,
    parse::{ParseStream, Parser, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::parse::{
        head::{Head, read_head, recover},
        lookahead::{begins_before, begins_list},
        next_token::{begins_unknown_list, start, text},
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses the signature up to the lists. A mistake is reported and corrected, if the name is known.
pub(super) fn parse_signature(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Head> {
    let ahead = input.fork();
    let mut head = match parse_valid(&ahead, diagnostics) {
        Ok(sig) => {
            input.advance_to(&ahead);
            let is_whole = true;
            Head { sig, is_whole }
        }
        Err(error) => {
            let (error, head) = recover(&read_head(input)?, error);
            let Some(head) = head else {
                return Err(error);
            };
            diagnostics.push(error);
            head
        }
    };
    if let Some(word) = head.sig.constness.take() {
        diagnostics.report(word, message::CONST_APP);
    }
    Ok(head)
}

/// Parses a valid signature. It is cut out first: a `where` clause with a trailing comma would read
/// `with` as a type.
fn parse_valid(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Signature> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    // A list after the block is not part of the signature.
    while !ahead.is_empty() && (!ahead.peek(token::Brace) || ahead.peek2(Token![>])) {
        if begins_list(&ahead) || begins_before(&ahead) {
            let parser = |input: ParseStream<'_>| parse_alone(input, diagnostics);
            let sig = parser.parse2(tokens)?;
            input.advance_to(&ahead);
            return Ok(sig);
        }
        tokens.extend([ahead.parse::<TokenTree>()?]);
    }
    let sig: Signature = input.parse()?;
    let ends = input.is_empty() || input.peek(token::Brace) || begins_unknown_list(input);
    if matches!(sig.output, ReturnType::Default) && !ends {
        // The arrow is missing, or another sign is in its place.
        return Err(input.error(message::HEAD));
    }
    Ok(sig)
}

/// Parses a signature and what follows it before a list.
fn parse_alone(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Signature> {
    let sig = input.parse()?;
    if begins_unknown_list(input) {
        let word: TokenTree = input.parse()?;
        diagnostics.push(Error::new(word.span(), message::unknown_list(&word)));
        input.parse::<TokenStream>()?;
    } else if !input.is_empty() {
        let found: TokenTree = input.parse()?;
        let message = message::expected_but_found("a list", &text(&found), message::HEAD);
        return Err(Error::new(start(&found), message));
    }
    Ok(sig)
}
