//! What several tests use.

#![allow(dead_code, reason = "each test uses some of it")]

pub(crate) mod body;
pub(crate) mod folder;

use concentric_fmt::{Rustfmt, format};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Returns the formatter of this package.
pub(crate) fn rustfmt() -> Rustfmt {
    Rustfmt::new(env!("CARGO_MANIFEST_DIR"), Some("2024")).unwrap()
}

/// Formats a file, in which every `app!` must parse.
pub(crate) fn formatted(source: &str) -> String {
    let formatted = format(source, &rustfmt()).unwrap();
    assert_eq!(formatted.untouched, [], "{source}");
    formatted.text
}

/// Returns all tokens, without the commas at the ends of lists.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let tokens: TokenStream = text.parse().unwrap();
    let mut all = Vec::new();
    flatten(tokens, &mut all);
    let ends = |next: Option<&String>| {
        next.is_none_or(|next| [")", "]", "}", "{", ">", "with", "before"].contains(&&**next))
    };
    let kept = (0..all.len()).filter(|&at| all[at] != "," || !ends(all.get(at + 1)));
    kept.map(|at| all[at].clone()).collect()
}

fn flatten(tokens: TokenStream, all: &mut Vec<String>) {
    for token in tokens {
        let TokenTree::Group(group) = token else {
            all.push(token.to_string());
            continue;
        };
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::None => ("", ""),
        };
        all.push(open.to_owned());
        flatten(group.stream(), all);
        all.push(close.to_owned());
    }
}

/// Verifies that formatting keeps the tokens, and changes nothing the second time. Returns the formatted text.
pub(crate) fn verify(source: &str) -> String {
    let once = formatted(source);
    assert_eq!(first_difference(tokens(source), tokens(&once)), None);
    let twice = formatted(&once);
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    assert_eq!(first_difference(lines(&once), lines(&twice)), None);
    once
}

/// Returns the surroundings of the first difference.
fn first_difference(old: Vec<String>, new: Vec<String>) -> Option<(Vec<String>, Vec<String>)> {
    let same = old
        .iter()
        .zip(&new)
        .take_while(|(old, new)| old == new)
        .count();
    let around = |all: Vec<String>| {
        all.into_iter()
            .skip(same.saturating_sub(10))
            .take(20)
            .collect()
    };
    (old != new).then(|| (around(old), around(new)))
}

/// Random choices, the same in every run.
pub(crate) struct Random(fastrand::Rng);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Returns a number below the limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0.usize(..limit)
    }

    /// Returns one of these.
    pub(crate) fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    /// Returns true once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}
