//! Finds where the items of a body begin, and which of its tokens are expressions.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, LitStr};

use crate::{
    app::{
        ast::{AppInput, EntryInput, EntryKind, Item, ItemKind},
        parse::parse,
    },
    diagnostics::Diagnostics,
};

/// A piece of Rust in a body, which rustfmt formats.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub(crate) range: Range<usize>,
    pub(crate) kind: LeafKind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum LeafKind {
    Attribute,
    Signature,
    /// An expression, or the name of a middleware.
    Expression,
}

/// The structure of a body. All places are bytes.
#[derive(Default)]
pub(crate) struct Outline {
    /// The Rust in it, by the start. Attributes are not included.
    pub(crate) leaves: HashMap<usize, Leaf>,
    /// The first word of each item.
    pub(crate) items: HashSet<usize>,
    /// The line and the message of a mistake that the macro reports in a later phase.
    mistake: Option<(usize, String)>,
}

/// Parses a body.
///
/// # Errors
///
/// The line and the message of the first mistake.
pub(crate) fn outline(body: &str) -> Result<Outline, (usize, String)> {
    let tokens = body.parse().map_err(|error: proc_macro2::LexError| {
        (error.span().start().line, "it does not tokenize".to_owned())
    })?;
    let mut diagnostics = Diagnostics::default();
    let app = parse(tokens, &mut diagnostics);
    if diagnostics.any() {
        return Err(first_message(diagnostics.into_tokens()).unwrap_or_default());
    }
    let mut outline = Outline::default();
    if let Some(app) = app {
        outline.app(&app);
    }
    match outline.mistake.take() {
        Some(mistake) => Err(mistake),
        None => Ok(outline),
    }
}

/// Returns the line and the first line of the text of the first `compile_error!`.
fn first_message(tokens: TokenStream) -> Option<(usize, String)> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => first_message(group.stream()),
        TokenTree::Literal(literal) => {
            let line = literal.span().start().line;
            let text: LitStr = syn::parse2(literal.into_token_stream()).ok()?;
            let text = text.value();
            Some((line, text.lines().next().unwrap_or_default().to_owned()))
        }
        _ => None,
    })
}

impl Outline {
    fn app(&mut self, app: &AppInput) {
        let (vis, sig) = (&app.vis, &app.sig);
        self.leaf(quote::quote!(#vis #sig), LeafKind::Signature);
        self.entries(&app.before);
        self.entries(&app.with);
        self.block(&app.items);
    }

    fn block(&mut self, items: &[Item]) {
        for item in items {
            self.items.insert(item.keyword.span().byte_range().start);
            match &item.kind {
                ItemKind::Route { handler, .. }
                | ItemKind::Fallback { handler }
                | ItemKind::MethodNotAllowed { handler } => self.expression(handler),
                ItemKind::Mount { service, .. } => self.expression(service),
                ItemKind::Merge { router } => self.expression(router),
                ItemKind::Include { part, .. } => self.leaf(part, LeafKind::Expression),
                ItemKind::Scope { items, .. } => self.block(items),
                ItemKind::Stack { entries, .. } => self.entries(entries.iter().flatten()),
            }
            if let Some(condition) = &item.condition {
                self.expression(condition);
            }
            for name in &item.lists.without {
                self.leaf(name, LeafKind::Expression);
            }
            self.entries(&item.lists.with);
        }
    }

    fn entries<'a>(&mut self, entries: impl IntoIterator<Item = &'a EntryInput>) {
        for entry in entries {
            match &entry.kind {
                EntryKind::Value { alternatives } => {
                    for alternative in alternatives {
                        self.expression(&alternative.value);
                        if let Some(condition) = &alternative.condition {
                            self.expression(condition);
                        }
                    }
                }
                EntryKind::Splice { error, .. } => {
                    if let Some(error) = error {
                        let mistake = first_message(error.to_compile_error());
                        self.mistake = self.mistake.take().or(mistake);
                    }
                }
            }
        }
    }

    fn expression(&mut self, expression: &Expr) {
        if let Expr::Verbatim(tokens) = expression {
            let first = tokens.clone().into_iter().next();
            let line = first.map_or(1, |first| first.span().start().line);
            let mistake = (line, "expected an expression".to_owned());
            self.mistake.get_or_insert(mistake);
        }
        self.leaf(expression, LeafKind::Expression);
    }

    fn leaf(&mut self, tokens: impl ToTokens, kind: LeafKind) {
        let mut tokens = tokens.into_token_stream().into_iter();
        if let Some(first) = tokens.next() {
            let first = first.span().byte_range();
            let end = tokens
                .last()
                .map_or(first.end, |last| last.span().byte_range().end);
            let range = first.start..end;
            self.leaves.insert(range.start, Leaf { range, kind });
        }
    }
}
