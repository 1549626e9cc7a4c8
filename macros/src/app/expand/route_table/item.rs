//! Generates what the table says about each item.

use proc_macro2::TokenStream;
use syn::{Attribute, Expr, Lit, Meta};

use crate::{
    app::{
        expand::{
            route_table::{builder::TableBuilder, names::line},
            text::tokens,
        },
        model::Node,
    },
    syntax::{path_text, source_text},
};

impl TableBuilder<'_> {
    /// Generates the description of an item and its handler.
    pub(super) fn item(node: &Node, handler: &Expr) -> TokenStream {
        tokens(&Self::item_text(node, handler))
    }

    /// Returns the description of an item and its handler as text.
    pub(super) fn item_text(node: &Node, handler: &Expr) -> String {
        let (id, line) = (node.id, line(node.keyword.span()));
        let handler = handler_text(handler);
        let description = description(&node.attrs);
        let condition = node
            .condition
            .as_ref()
            .map_or_else(String::new, source_text);
        format!("({id},{handler:?},{description:?},{line},{condition:?})")
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
