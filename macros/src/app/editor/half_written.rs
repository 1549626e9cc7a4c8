//! Finds the names in an item that has been reported, by tokens alone.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};

/// The tokens of a half-written item, without its attributes.
pub(super) struct HalfWritten(Vec<TokenTree>);

impl HalfWritten {
    pub(super) fn new(item: &TokenStream) -> Self {
        let tokens = item.clone().into_iter();
        Self(tokens.skip_while(is_of_attribute).collect())
    }

    /// Returns the keyword, or the methods of a route.
    pub(super) fn words(&self) -> impl Iterator<Item = &Ident> {
        let words = self.0.split(|token| is_punct(token, '|'));
        words.filter_map(|word| match word {
            [TokenTree::Ident(word), ..] => Some(word),
            _ => None,
        })
    }

    /// Returns the part after `include`.
    pub(super) fn part(&self) -> Option<TokenStream> {
        match &*self.0 {
            [word, part @ ..] if is_word(word, "include") => values(part).next(),
            _ => None,
        }
    }

    /// Returns what follows `if`, up to the lists.
    pub(super) fn condition(&self) -> Option<TokenStream> {
        let is_list = |token: &&TokenTree| is_word(token, "with") || is_word(token, "without");
        let after_if = self.0.iter().skip_while(|token| !is_word(token, "if"));
        let condition = after_if.skip(1).take_while(|token| !is_list(token));
        some(condition.cloned().collect())
    }

    /// Returns the entries of the lists.
    pub(super) fn entries(&self) -> Vec<TokenStream> {
        let lists = self.0.iter().filter_map(|token| match token {
            TokenTree::Group(list) => {
                (list.delimiter() == Delimiter::Bracket).then(|| list.stream())
            }
            _ => None,
        });
        let lists = lists.map(|list| list.into_iter().collect::<Vec<_>>());
        let entries = lists.flat_map(|list| values(&list).collect::<Vec<_>>());
        entries.collect()
    }
}

/// Returns the values between commas, without `..` and conditions.
fn values(tokens: &[TokenTree]) -> impl Iterator<Item = TokenStream> {
    let values = tokens.split(|token| is_punct(token, ','));
    values.filter_map(|value| {
        let value = value.iter().skip_while(|token| is_punct(token, '.'));
        let value = value.take_while(|token| !is_word(token, "if"));
        some(value.cloned().collect())
    })
}

fn some(tokens: TokenStream) -> Option<TokenStream> {
    (!tokens.is_empty()).then_some(tokens)
}

/// Returns whether a token before an item belongs to an attribute.
fn is_of_attribute(token: &TokenTree) -> bool {
    let is_brackets =
        matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
    is_brackets || is_punct(token, '#')
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_punct(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}
