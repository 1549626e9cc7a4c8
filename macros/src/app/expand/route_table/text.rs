//! Rows as text.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;

use crate::app::expand::text::tokens;

/// The elements of a constant slice, each of which has rows of one kind with the same lists.
#[derive(Default)]
pub(super) struct Rows {
    groups: Vec<Group>,
}

/// Rows of one kind with the same lists.
struct Group {
    attributes: TokenStream,
    /// The kind and the lists as generated code names them.
    of: String,
    count: usize,
    numbers: String,
    /// The texts that are not empty.
    texts: Vec<String>,
}

impl Rows {
    /// Adds a row of a kind and of lists, under the attributes in front of it.
    pub(super) fn push(
        &mut self,
        attributes: TokenStream,
        of: String,
        numbers: &[usize],
        texts: &[&str],
    ) {
        match self.groups.last_mut() {
            Some(last) if last.of == of && last.attributes.is_empty() && attributes.is_empty() => {
                last.push(numbers, texts);
            }
            _ => {
                let mut group = Group {
                    attributes,
                    of,
                    count: 0,
                    numbers: String::new(),
                    texts: Vec::new(),
                };
                group.push(numbers, texts);
                self.groups.push(group);
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns all rows, whose texts are one or are apart.
    pub(super) fn all(&self, are_apart: bool) -> TokenStream {
        let groups = self.groups.iter().map(|group| group.tokens(are_apart));
        groups.collect()
    }
}

impl Group {
    fn push(&mut self, numbers: &[usize], texts: &[&str]) {
        self.count += 1;
        let lengths = texts.iter().map(|text| text.len());
        for number in numbers.iter().copied().chain(lengths) {
            // A `String` takes any text.
            let _ = write!(self.numbers, "{number},");
        }
        let texts = texts.iter().filter(|text| !text.is_empty());
        self.texts.extend(texts.map(|&text| text.to_owned()));
    }

    fn tokens(&self, are_apart: bool) -> TokenStream {
        let Self {
            attributes,
            of,
            count,
            numbers,
            texts,
        } = self;
        let one = [texts.concat()];
        let texts = if are_apart { texts } else { &one[..] };
        let rows = tokens(&format!("({of},{count},{numbers:?},&{texts:?}),"));
        quote!(#attributes #rows)
    }
}

/// The methods of all routes, each list once.
#[derive(Default)]
pub(super) struct Methods {
    all: Vec<String>,
}

impl Methods {
    /// Returns the number of a list of methods.
    pub(super) fn number(&mut self, methods: String) -> usize {
        let known = self.all.iter().position(|other| *other == methods);
        known.unwrap_or_else(|| {
            self.all.push(methods);
            self.all.len() - 1
        })
    }

    /// Returns the lists, the first of which has the number 0.
    pub(super) fn all(&self) -> TokenStream {
        let lists: Vec<String> = self.all.iter().map(|list| format!("&[{list}],")).collect();
        tokens(&lists.concat())
    }
}
