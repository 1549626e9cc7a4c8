//! Rows as text.

use std::fmt::{Display, Write};

use proc_macro2::TokenStream;

use crate::app::expand::text::tokens;

/// The elements of a constant slice, each of which has rows of one kind with the same lists.
#[derive(Default)]
pub(super) struct Rows {
    groups: Vec<Group>,
    /// The number of bytes of all paths.
    pub(super) path_bytes: usize,
}

/// Rows of one kind with the same lists.
struct Group {
    /// The beginning of the element: its attributes, and the kind and the lists of the rows.
    head: String,
    count: usize,
    numbers: String,
    /// The literals of which each has some texts of all rows.
    literals: Vec<String>,
}

impl Rows {
    /// Adds a row of a kind and of lists, under the attributes in front of it. Each list of texts is added to a literal.
    /// The first text is the path.
    pub(super) fn push(
        &mut self,
        attributes: &TokenStream,
        kind: &str,
        lists: impl Display,
        numbers: &[usize],
        texts: &[&[&str]],
    ) {
        self.path_bytes += texts[0][0].len();
        let head = format!("{attributes}(RouteKind::{kind},{lists}");
        let groups = &mut self.groups;
        if groups.last().is_none_or(|last| last.head != head) {
            groups.push(Group {
                head,
                count: 0,
                numbers: String::new(),
                literals: vec![String::new(); texts.len()],
            });
        }
        if let Some(last) = groups.last_mut() {
            last.push(numbers, texts);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Returns all rows.
    pub(super) fn all(&self) -> TokenStream {
        let groups: String = self.groups.iter().map(Group::text).collect();
        tokens(&groups)
    }
}

impl Group {
    fn push(&mut self, numbers: &[usize], texts: &[&[&str]]) {
        self.count += 1;
        let lengths = texts.iter().copied().flatten().map(|text| text.len());
        for number in numbers.iter().copied().chain(lengths) {
            // A `String` takes any text.
            let _ = write!(self.numbers, "{number},");
        }
        for (literal, texts) in self.literals.iter_mut().zip(texts) {
            literal.extend(texts.iter().copied());
        }
    }

    fn text(&self) -> String {
        let Self {
            head,
            count,
            numbers,
            literals,
        } = self;
        let literals: Vec<_> = literals.iter().map(|text| format!("{text:?}")).collect();
        let literals = literals.join(",");
        format!("{head},{count},{numbers:?},{literals}),")
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
