//! Collects what is wrong with the input, and holds the text of every message.

pub(crate) mod app;
pub(crate) mod handler;
pub(crate) mod middleware;

use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

/// The mistakes found so far. They are all reported, not only the first one.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<Error>,
}

impl Diagnostics {
    /// Reports a mistake on these tokens.
    pub(crate) fn report(&mut self, at: impl ToTokens, message: impl Display) {
        self.push(Error::new_spanned(at, message));
    }

    /// Reports what a parser could not go on with.
    pub(crate) fn push(&mut self, error: Error) {
        self.errors.push(error);
    }

    pub(crate) fn any(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The `compile_error!` invocations that rustc shows.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.errors.iter().map(Error::to_compile_error).collect()
    }
}

/// A message: the rule, and then what to write.
fn message(rule: impl Display, help: impl Display) -> String {
    format!("{rule}\n{help}")
}

/// The word that was meant, where one of these is close to what is written.
pub(crate) fn nearest<'a>(found: &str, words: &[&'a str]) -> Option<&'a str> {
    let found = found.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&found, &word.to_lowercase());
    let (word, distance) = words
        .iter()
        .map(|&word| (word, distance(word)))
        .min_by_key(|&(_, distance)| distance)?;
    // One letter in three may be wrong.
    (distance <= word.len().div_ceil(3)).then_some(word)
}

/// What to write: the word that was meant, or else what there is.
fn did_you_mean(meant: Option<&str>, otherwise: &str) -> String {
    match meant {
        Some(word) => format!("did you mean `{word}`?"),
        None => otherwise.to_owned(),
    }
}
