//! What is written in brackets: lists of middleware, and the names of some.

use proc_macro2::{Ident, TokenTree};
use syn::{
    Attribute, Error, Expr, Path, Token, bracketed,
    ext::IdentExt,
    parse::{ParseStream, Result, discouraged::Speculative},
    spanned::Spanned,
    token,
};

use crate::{
    app::{
        names::{Name, shown},
        parse::parse_expression,
    },
    diagnostics::{Diagnostics, app as message, nearest},
};

/// `without [name, ...] with [entry, ...]`, or one of the two, or nothing.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) without: Vec<Path>,
    pub(super) with: Vec<Entry>,
}

/// One entry of a list.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) attrs: Vec<Attribute>,
    pub(super) kind: EntryKind,
}

#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "most are of the large one")]
pub(super) enum EntryKind {
    Value {
        value: Expr,
        condition: Option<Expr>,
    },
    /// `..name`: what a `stack` holds.
    Splice { name: Ident },
}

impl Lists {
    pub(super) fn parse(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Self> {
        let mut lists = Self::default();
        let mut had_with = false;
        while let Some(word) = parse_word(input, &["with", "without"], diagnostics)? {
            if word == "with" {
                had_with = true;
                lists.with.extend(bracketed_entries(input, diagnostics)?);
            } else {
                if had_with {
                    diagnostics.push(Error::new(word.span(), message::WITHOUT_TOO_LATE));
                }
                lists.without.extend(bracketed_names(input, diagnostics)?);
            }
        }
        Ok(lists)
    }
}

/// The word before a list, where there is one of these, or one that was meant to be.
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

/// `before routing [entry, ...]`, or nothing.
pub(super) fn parse_before(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Entry>> {
    let ahead = input.fork();
    let Some(wrong) = read_before(&ahead) else {
        return Ok(Vec::new());
    };
    if let Some(word) = wrong {
        diagnostics.report(&word, message::unknown_word(&word, BEFORE));
    }
    input.advance_to(&ahead);
    if !input.peek(token::Bracket) {
        return Err(input.error(message::BEFORE_LIST));
    }
    bracketed_entries(input, diagnostics)
}

/// Whether `before routing` stands here, or what was meant to be it.
pub(super) fn begins_before(input: ParseStream<'_>) -> bool {
    read_before(&input.fork()).is_some()
}

const BEFORE: &str = "before routing";

/// Reads `before routing`, or what was meant to be it before a list, with the word that is wrong.
#[expect(clippy::option_option, reason = "there is a word, and it may be wrong")]
fn read_before(input: ParseStream<'_>) -> Option<Option<Ident>> {
    let first = Ident::parse_any(input).ok()?;
    if input.peek(token::Bracket) {
        let is_meant = first == "before" || first == "before_routing";
        return is_meant.then_some(Some(first));
    }
    let second = Ident::parse_any(input).ok()?;
    if first == "before" && second == "routing" {
        return Some(None);
    }
    let is_meant = input.peek(token::Bracket)
        && nearest(&first.to_string(), &["before"]).is_some()
        && nearest(&second.to_string(), &["routing"]).is_some();
    is_meant.then(|| Some(if first == "before" { second } else { first }))
}

/// `[entry, ...]`
pub(super) fn bracketed_entries(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
) -> Result<Vec<Entry>> {
    bracketed(input, parse_entry, diagnostics)
}

/// `[name, ...]`
fn bracketed_names(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Vec<Path>> {
    let parse_name = |content: ParseStream<'_>| {
        if content.peek(Token![..]) {
            return Err(content.error(message::STACK_IN_NAMES));
        }
        let ahead = content.fork();
        let name = content
            .call(Path::parse_mod_style)
            .map_err(|error| Error::new(error.span(), message::EXPECTED_NAMES))?;
        if content.is_empty() || content.peek(Token![,]) {
            return Ok(name);
        }
        // As it is written in a list.
        let meant = Name::of(&parse_expression(&ahead)?);
        let meant = meant.map_or_else(|| shown(&name), |meant| meant.to_string());
        Err(Error::new(name.span(), message::only_the_name(&meant)))
    };
    bracketed(input, parse_name, diagnostics)
}

/// What stands in brackets, with commas in between. What cannot be read is reported and passed over.
fn bracketed<T>(
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
            diagnostics.push(content.error(message::NO_COMMA));
            skip_entry(&content)?;
        }
    }
    Ok(found)
}

/// Goes on to the next entry.
fn skip_entry(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn parse_entry(input: ParseStream<'_>) -> Result<Entry> {
    let attrs = input.call(Attribute::parse_outer)?;
    if input.peek(Token![..]) {
        let dots: Token![..] = input.parse()?;
        let Ok(name) = input.parse() else {
            return Err(Error::new_spanned(dots, message::NO_STACK_NAME));
        };
        if let Some(word) = input.parse::<Option<Token![if]>>()? {
            return Err(Error::new_spanned(word, message::STACK_CONDITION));
        }
        let kind = EntryKind::Splice { name };
        return Ok(Entry { attrs, kind });
    }
    if input.is_empty() || input.peek(Token![,]) {
        return Err(input.error(message::NO_ENTRY));
    }
    let value = parse_expression(input)?;
    let condition = match input.parse::<Option<Token![if]>>()? {
        Some(_) if input.is_empty() || input.peek(Token![,]) => {
            return Err(input.error(message::NO_CONDITION));
        }
        Some(_) => Some(parse_expression(input)?),
        None => None,
    };
    let kind = EntryKind::Value { value, condition };
    Ok(Entry { attrs, kind })
}

/// Whether a list begins here: `with [` or `without [`.
pub(super) fn begins_list(input: ParseStream<'_>) -> bool {
    (is_word(input, "with") || is_word(input, "without")) && input.peek2(token::Bracket)
}

/// Whether the next token is this word.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    Ident::parse_any(&input.fork()).is_ok_and(|ident| ident == word)
}
