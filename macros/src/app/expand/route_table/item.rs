//! Generates what the table says about each item.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Expr, Lit, Meta};

use crate::{
    app::{expand::route_table::names::line, model::Node},
    syntax::{path_text, source_text},
};

/// What the table says about an item and its handler.
pub(super) struct ItemDescription {
    pub(super) id: usize,
    pub(super) line: u32,
    pub(super) handler: String,
    pub(super) description: String,
    /// The condition, or an empty string.
    pub(super) condition: String,
}

impl ItemDescription {
    pub(super) fn new(node: &Node, handler: &Expr) -> Self {
        let condition = node.condition.as_ref();
        Self {
            id: node.id,
            line: line(node.keyword.span()),
            handler: handler_text(handler),
            description: description(&node.attrs),
            condition: condition.map_or_else(String::new, source_text),
        }
    }
}

impl ToTokens for ItemDescription {
    fn to_tokens(&self, to: &mut TokenStream) {
        let Self {
            id,
            line,
            handler,
            description,
            condition,
        } = self;
        let (id, line) = (
            Literal::usize_unsuffixed(*id),
            Literal::u32_unsuffixed(*line),
        );
        to.extend(quote!((#id, #handler, #description, #line, #condition)));
    }
}

/// Returns what the table shows for a handler. A macro that passes an expression on puts it into a group.
fn handler_text(handler: &Expr) -> String {
    match handler {
        Expr::Closure(_) => "{closure}".to_owned(),
        Expr::Group(group) => handler_text(&group.expr),
        other => path_text(other).unwrap_or_else(|| source_text(other)),
    }
}

/// Returns the text of the doc comments.
fn description(attrs: &[Attribute]) -> String {
    let docs = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = docs
        .map(|text| {
            text.strip_prefix(' ')
                .unwrap_or(&text)
                .trim_end()
                .to_owned()
        })
        .collect();
    lines.join("\n").trim().to_owned()
}
