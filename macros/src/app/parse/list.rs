//! Parses the lists: entries in `with [...]`, names in `without [...]`.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Error, Path, Token, bracketed,
    ext::IdentExt,
    parse::{ParseStream, Result, discouraged::Speculative},
    spanned::Spanned,
    token,
};

use crate::{
    app::{
        ast::{EntryInput, Lists},
        entry_name::{EntryName, path_text},
        parse::{
            entry::parse_entry,
            expression::parse_expression,
            lookahead::{BEFORE, begins_list, read_before},
            next_token::{begins_unknown_list, expected, found, next, start, word},
        },
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

pub(super) fn parse_lists(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Lists> {
    let mut lists = Lists::default();
    let mut had_with = false;
    skip_not(input, diagnostics)?;
    while let Some(word) = parse_word(input, &["with", "without"], diagnostics)? {
        if word == "with" {
            had_with = true;
            lists.with.extend(parse_entries(input, diagnostics)?);
        } else {
            if had_with {
                diagnostics.push(Error::new(word.span(), message::WITHOUT_AFTER_WITH));
            }
            lists.without.extend(parse_names(input, diagnostics)?);
        }
    }
    Ok(lists)
}

/// Reports `not` before `with`.
fn skip_not(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<()> {
    let ahead = input.fork();
    if let Ok(word) = Ident::parse_any(&ahead)
        && word == "not"
        && begins_list(&ahead)
    {
        diagnostics.report(&word, message::NOT_BEFORE_LIST);
        input.call(Ident::parse_any)?;
    }
    Ok(())
}

/// Parses a list without its keyword, which is reported.
pub(super) fn parse_bare_list(
    input: ParseStream<'_>,
    help: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<EntryInput>> {
    if !input.peek(token::Bracket) {
        return Ok(Vec::new());
    }
    let message = message::expected_but_found("`with`", "[", help);
    diagnostics.push(Error::new(
        next(input).map_or(input.span(), |next| start(&next)),
        message,
    ));
    parse_entries(input, diagnostics)
}

/// Parses one of these keywords before a list. A misspelled keyword is reported and corrected.
fn parse_word(
    input: ParseStream<'_>,
    words: &[&str],
    diagnostics: &mut Diagnostics,
) -> Result<Option<Ident>> {
    let ahead = input.fork();
    let Ok(mut word) = Ident::parse_any(&ahead) else {
        return Ok(None);
    };
    let text = word.to_string();
    if !words.contains(&&*text) {
        if !begins_unknown_list(input) || read_before(&input.fork()).is_some() {
            return Ok(None);
        }
        let is_without = ["unless", "except", "skip", "exclude"].contains(&&*text);
        let meant = nearest(&text, words).or(is_without.then_some("without"));
        let message = match meant {
            Some(meant) => message::unknown_word(&word, meant),
            None => message::unknown_list(&word),
        };
        diagnostics.report(&word, message);
        word = Ident::new(meant.unwrap_or("with"), word.span());
    }
    input.advance_to(&ahead);
    if (input.peek(Token![:]) || input.peek(Token![=])) && input.peek2(token::Bracket) {
        diagnostics.push(expected(
            word.span(),
            input,
            "a list in brackets",
            "remove it",
        ));
        input.parse::<TokenTree>()?;
    }
    if !input.peek(token::Bracket) {
        let message = match &*word.to_string() {
            "with" => message::EXPECTED_LIST,
            _ => message::EXPECTED_NAMES,
        };
        return Err(Error::new(word.span(), message));
    }
    Ok(Some(word))
}

/// Parses `before routing [entry, ...]`, if present.
pub(super) fn parse_before(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<EntryInput>> {
    let ahead = input.fork();
    let Some(wrong) = read_before(&ahead) else {
        return Ok(Vec::new());
    };
    if let Some(word) = wrong {
        diagnostics.report(&word, message::unknown_word(&word, BEFORE));
    }
    input.advance_to(&ahead);
    if !input.peek(token::Bracket) {
        return Err(input.error(message::EXPECTED_BEFORE_LIST));
    }
    parse_entries(input, diagnostics)
}

/// Parses `[entry, ...]`.
pub(super) fn parse_entries(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<EntryInput>> {
    parse_bracketed(input, parse_entry, diagnostics)
}

/// Parses `[name, ...]`.
fn parse_names(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Vec<Path>> {
    let parse_name = |content: ParseStream<'_>, _: &mut Diagnostics| {
        if content.peek(Token![..]) {
            return Err(content.error(message::STACK_IN_WITHOUT));
        }
        let ahead = content.fork();
        let name = content
            .call(Path::parse_mod_style)
            .map_err(|error| Error::new(error.span(), message::EXPECTED_NAME))?;
        if content.is_empty() || content.peek(Token![,]) {
            return Ok(name);
        }
        // The user may have copied the whole entry, so the message names the entry.
        let meant = EntryName::of(&parse_expression(&ahead)?);
        let meant = meant.map_or_else(|| path_text(&name), |meant| meant.to_string());
        Err(Error::new(name.span(), message::only_the_name(&meant)))
    };
    parse_bracketed(input, parse_name, diagnostics)
}

/// Parses comma-separated elements in brackets. An invalid element is reported and skipped.
fn parse_bracketed<T>(
    input: ParseStream<'_>,
    parse: impl Fn(ParseStream<'_>, &mut Diagnostics) -> Result<T>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<T>> {
    let content;
    bracketed!(content in input);
    let mut found = Vec::new();
    while !content.is_empty() {
        match parse(&content, diagnostics) {
            Ok(one) => found.push(one),
            Err(error) => {
                diagnostics.push(error);
                skip_entry(&content)?;
                continue;
            }
        }
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            diagnostics.push(no_comma(&content));
            skip_separator(&content)?;
        }
    }
    Ok(found)
}

/// Returns the error for what follows an element.
fn no_comma(input: ParseStream<'_>) -> Error {
    let Some((found, written)) = found(input) else {
        return input.error(message::EXPECTED_COMMA);
    };
    let message = match &*written {
        "when" | "where" | "provided" | "only" => message::word_for_if(&written, ""),
        "unless" | "except" => message::word_for_if(&written, "!"),
        "and" => message::word_for_sign(&written, "&&"),
        "or" => message::word_for_sign(&written, "||"),
        _ if matches!(next(input), Some(TokenTree::Punct(_))) => {
            message::expected_but_found("`,`", &written, "write: with [entry, entry]")
        }
        _ => message::EXPECTED_COMMA.to_owned(),
    };
    Error::new_spanned(found, message)
}

/// Skips what is written in place of a comma, so that the next element is parsed.
fn skip_separator(input: ParseStream<'_>) -> Result<()> {
    let is_condition = |word: &Ident| {
        [
            "when", "where", "provided", "only", "unless", "except", "and", "or",
        ]
        .iter()
        .any(|other| word == other)
    };
    if word(input).is_some_and(|word| is_condition(&word)) {
        return skip_entry(input);
    }
    while matches!(next(input), Some(TokenTree::Punct(_))) && !input.peek(Token![..]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// Skips to the next element.
fn skip_entry(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
