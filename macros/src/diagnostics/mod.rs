//! Collects errors, and holds the text of every message.

pub(crate) mod app;
pub(crate) mod handler;
pub(crate) mod middleware;

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// The errors found so far. All of them are reported.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<Error>,
    skipped: Vec<TokenStream>,
}

impl Diagnostics {
    /// Reports an error at these tokens.
    pub(crate) fn report(&mut self, at: impl ToTokens, message: impl Display) {
        self.push(Error::new_spanned(at, message));
    }

    /// Reports an error from a parser.
    pub(crate) fn push(&mut self, error: Error) {
        self.errors.push(error);
    }

    /// Keeps the tokens of a half-written item for the editor.
    pub(crate) fn skip(&mut self, item: TokenStream) {
        self.skipped.push(item);
    }

    /// Returns the half-written items.
    pub(crate) fn skipped(&self) -> &[TokenStream] {
        &self.skipped
    }

    pub(crate) fn any(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Returns the errors as `compile_error!` invocations.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.errors.iter().map(Error::to_compile_error).collect()
    }
}

/// Formats a message: the mistake on the first line, the help on the second.
fn message(rule: impl Display, help: impl Display) -> String {
    format!("{rule}\n{help}")
}

/// Formats help that is code.
fn write(code: impl Display) -> String {
    format!("write: {code}")
}

/// Returns the word that is closest to what was found, if any is close.
pub(crate) fn nearest<'a>(found: &str, words: &[&'a str]) -> Option<&'a str> {
    let found = found.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&found, &word.to_lowercase());
    let (word, distance) = words
        .iter()
        .map(|&word| (word, distance(word)))
        .min_by_key(|&(_, distance)| distance)?;
    // One in three letters may be wrong.
    (distance <= word.len().div_ceil(3)).then_some(word)
}

/// Returns help that suggests a word, or the alternative.
fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(word) => format!("did you mean `{word}`?"),
        None => otherwise.to_owned(),
    }
}
