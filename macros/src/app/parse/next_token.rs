//! Describes the next token, for messages about it.

use proc_macro2::{Delimiter, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::{Error, ext::IdentExt, parse::ParseStream, token};

use crate::diagnostics::app as message;

/// Returns the next word without consuming it.
pub(super) fn word(input: ParseStream<'_>) -> Option<Ident> {
    Ident::parse_any(&input.fork()).ok()
}

/// Returns the next token without consuming it.
pub(super) fn next(input: ParseStream<'_>) -> Option<TokenTree> {
    input.fork().parse().ok()
}

/// Returns where the next token starts.
pub(super) fn next_span(input: ParseStream<'_>) -> Span {
    next(input).map_or(input.span(), |next| start(&next))
}

/// Returns whether the next token is on the line where `before` ends.
pub(super) fn is_on_line(before: Span, input: ParseStream<'_>) -> bool {
    next(input).is_some_and(|next| next.span().start().line == before.end().line)
}

/// Returns whether a word and a group in brackets follow, as for a list.
pub(super) fn begins_unknown_list(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    Ident::parse_any(&ahead).is_ok_and(|word| word != "if" && word != "else")
        && ahead.peek(token::Bracket)
}

/// Returns the error that something else follows. It is at the token before if the next one is on
/// another line, where it belongs to something else.
pub(super) fn expected(before: Span, input: ParseStream<'_>, what: &str, help: &str) -> Error {
    match found(input).filter(|_| is_on_line(before, input)) {
        Some((found, text)) => {
            Error::new_spanned(found, message::expected_but_found(what, &text, help))
        }
        None => Error::new(before, message::expected(what, help)),
    }
}

/// Returns the next token for an error there, and its text. A sign such as `->` is several tokens,
/// and a group is only its delimiter.
pub(super) fn found(input: ParseStream<'_>) -> Option<(TokenStream, String)> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    let mut written = String::new();
    loop {
        let token: TokenTree = ahead.parse().ok()?;
        written.push_str(&text(&token));
        let is_joint =
            matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
        let mut place = Punct::new(',', Spacing::Alone);
        place.set_span(start(&token));
        tokens.extend([place]);
        if !is_joint || !matches!(next(&ahead), Some(TokenTree::Punct(_))) {
            return Some((tokens, written));
        }
    }
}

/// Returns where a token starts. A group can span several lines.
pub(super) fn start(token: &TokenTree) -> Span {
    match token {
        TokenTree::Group(group) => group.span_open(),
        other => other.span(),
    }
}

/// Returns the text of a token. A group is only its delimiter.
pub(super) fn text(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Parenthesis => "(".to_owned(),
            Delimiter::Brace => "{".to_owned(),
            Delimiter::Bracket => "[".to_owned(),
            Delimiter::None => group.to_string(),
        },
        other => other.to_string(),
    }
}
