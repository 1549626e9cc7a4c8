//! Generates the "Panics" section in the docs of an application.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::{
    app::{
        expand::parts::has_include,
        model::{App, Node, NodeKind},
    },
    syntax::returns,
};

const MERGE: &str = "Panics if a merged router has a route that conflicts with another one, or a fallback and no routes.";
const CONDITIONS: &str = "Panics if two items conflict, and the conditions of both are true.";
const PATH: &str =
    "Panics if a handler takes a `Path` that does not have a value for each parameter of its path.";
const BORDER: &str =
    "Panics if an entry of a part and the entries around the part break an order rule.";

/// Generates the section, if the application may panic. A part does not: the application that includes it does.
pub(super) fn expand(app: &App) -> Option<TokenStream> {
    if returns(&app.sig.output, "Part") {
        return None;
    }
    let has_parts = has_include(&app.nodes);
    let mut conditions = BTreeSet::new();
    collect_conditions(&app.nodes, &mut conditions);
    // A part may contain merged routers and items under conditions.
    let reasons = [
        (has_parts || has_merge(&app.nodes), MERGE),
        (has_parts || conditions.len() > 1, CONDITIONS),
        (has_parts || has_parameter(&app.nodes), PATH),
        (has_parts, BORDER),
    ];
    let reasons = reasons.iter().filter(|(applies, _)| *applies);
    let sentences: Vec<&str> = reasons.map(|(_, sentence)| *sentence).collect();
    if sentences.is_empty() {
        return None;
    }
    let docs = format!(
        "\n# Panics\n\n{} The message names the items and their lines.",
        sentences.join(" ")
    );
    Some(quote!(#[doc = #docs]))
}

/// Returns whether a router is merged somewhere in a block.
fn has_merge(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.kind {
        NodeKind::Merge { .. } => true,
        NodeKind::Scope { nodes, .. } => has_merge(nodes),
        _ => false,
    })
}

/// Returns whether a path in a block has a parameter.
fn has_parameter(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match &node.kind {
        NodeKind::Route { path, .. } => path.text().contains('{'),
        NodeKind::Scope { nodes, .. } => has_parameter(nodes),
        _ => false,
    })
}

/// Collects the different conditions of a block. Items under one condition are compared at compile time.
fn collect_conditions(nodes: &[Node], conditions: &mut BTreeSet<String>) {
    for node in nodes {
        let condition = node.condition.as_ref();
        conditions.extend(condition.map(|condition| condition.to_token_stream().to_string()));
        if let NodeKind::Scope { nodes, .. } = &node.kind {
            collect_conditions(nodes, conditions);
        }
    }
}
