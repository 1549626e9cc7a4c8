//! Parses the lists: entries in `with [...]`, names in `without [...]`.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Attribute, Error, Path, Token, bracketed,
    ext::IdentExt,
    parse::{ParseStream, Result, discouraged::Speculative},
    spanned::Spanned,
    token,
};

use crate::{
    app::{
        ast::{AlternativeInput, EntryInput, EntryKind, Lists},
        entry_name::{EntryName, path_text},
        parse::{
            expression::{parse_entry_condition, parse_expression},
            lookahead::{BEFORE, read_before},
        },
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

pub(super) fn parse_lists(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Lists> {
    let mut lists = Lists::default();
    let mut had_with = false;
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
        let meant = nearest(&text, words).filter(|_| ahead.peek(token::Bracket));
        let Some(meant) = meant else {
            return Ok(None);
        };
        diagnostics.report(&word, message::unknown_word(&word, meant));
        word = Ident::new(meant, word.span());
    }
    input.advance_to(&ahead);
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
    let parse_name = |content: ParseStream<'_>| {
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
    parse: impl Fn(ParseStream<'_>) -> Result<T>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<T>> {
    let content;
    bracketed!(content in input);
    let mut found = Vec::new();
    while !content.is_empty() {
        match parse(&content) {
            Ok(one) => found.push(one),
            Err(error) => {
                diagnostics.push(error);
                skip_entry(&content)?;
                continue;
            }
        }
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            diagnostics.push(content.error(message::EXPECTED_COMMA));
            skip_entry(&content)?;
        }
    }
    Ok(found)
}

/// Skips to the next element.
fn skip_entry(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn parse_entry(input: ParseStream<'_>) -> Result<EntryInput> {
    let attrs = input.call(Attribute::parse_outer)?;
    if input.peek(Token![..]) {
        let dots: Token![..] = input.parse()?;
        let Ok(name) = input.parse() else {
            return Err(Error::new_spanned(dots, message::EXPECTED_STACK_NAME));
        };
        if let Some(word) = input.parse::<Option<Token![if]>>()? {
            return Err(Error::new_spanned(word, message::CONDITION_ON_STACK));
        }
        let kind = EntryKind::Splice { name };
        return Ok(EntryInput { attrs, kind });
    }
    if ends(input) {
        return Err(input.error(message::EXPECTED_ENTRY));
    }
    let alternatives = parse_alternatives(input)?;
    let kind = EntryKind::Value { alternatives };
    Ok(EntryInput { attrs, kind })
}

/// Parses `value`, `value if condition`, or a chain of the latter with an `else` after each condition.
fn parse_alternatives(input: ParseStream<'_>) -> Result<Vec<AlternativeInput>> {
    let mut alternatives = Vec::new();
    loop {
        let value = parse_expression(input)?;
        if input.peek(Token![else]) {
            return Err(input.error(message::ELSE_WITHOUT_IF));
        }
        let word = input.parse::<Option<Token![if]>>()?;
        let condition = match word {
            Some(_) if ends(input) || input.peek(Token![else]) => {
                return Err(input.error(message::EXPECTED_CONDITION));
            }
            Some(_) => Some(parse_entry_condition(input)?),
            None => None,
        };
        alternatives.push(AlternativeInput { value, condition });
        let Some(otherwise) = input.parse::<Option<Token![else]>>()? else {
            return match word {
                Some(word) if alternatives.len() > 1 => {
                    Err(Error::new_spanned(word, message::EXPECTED_LAST_ELSE))
                }
                _ => Ok(alternatives),
            };
        };
        if input.peek(Token![..]) {
            return Err(input.error(message::STACK_AFTER_ELSE));
        }
        if ends(input) {
            return Err(Error::new_spanned(otherwise, message::EXPECTED_OTHER));
        }
    }
}

/// Returns whether an entry ends here.
fn ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}
