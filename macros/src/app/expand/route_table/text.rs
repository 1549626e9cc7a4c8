//! Rows as text.

use std::{collections::BTreeMap, fmt::Write};

use proc_macro2::TokenStream;
use quote::quote;

use crate::app::expand::text::tokens;

/// The elements of a constant slice.
#[derive(Default)]
pub(super) struct Rows {
    done: TokenStream,
    /// The rows after those that are done.
    text: String,
}

impl Rows {
    /// Adds a row, under the attributes in front of it.
    pub(super) fn push(&mut self, attributes: &TokenStream, row: &str) {
        if !attributes.is_empty() {
            self.finish();
            self.done.extend(attributes.clone());
        }
        self.text.push_str(row);
        self.text.push(',');
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.done.is_empty()
    }

    /// Returns all rows.
    pub(super) fn all(&self) -> TokenStream {
        let (done, rest) = (&self.done, tokens(&self.text));
        quote!(#done #rest)
    }

    fn finish(&mut self) {
        self.done.extend(tokens(&self.text));
        self.text.clear();
    }
}

/// Slices that many rows have in common. rustc checks the name of a constant faster than a slice.
#[derive(Default)]
pub(super) struct Slices {
    numbers: BTreeMap<String, usize>,
}

impl Slices {
    /// Returns the constant for a slice of this type.
    pub(super) fn name(&mut self, of: &str, elements: &str) -> String {
        let next = self.numbers.len();
        let slice = format!("&[{of}]=&[{elements}];");
        let number = *self.numbers.entry(slice).or_insert(next);
        format!("SLICE_{number}")
    }

    /// Returns the constants.
    pub(super) fn constants(&self) -> TokenStream {
        let mut text = String::new();
        for (slice, number) in &self.numbers {
            // A `String` takes any text.
            let _ = write!(text, "const SLICE_{number}:{slice}");
        }
        tokens(&text)
    }
}
