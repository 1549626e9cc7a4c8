//! Replaces what rustc cannot check, because it needs code that has been reported.

use syn::parse_quote;

use crate::app::model::{Node, NodeKind};

/// Removes the lists and conditions of items, and what they lead to. Routes and their names remain.
pub(super) fn uncheck(nodes: &mut Vec<Node>) {
    nodes.retain_mut(|node| {
        node.condition = None;
        node.without = None;
        node.with.clear();
        match &mut node.kind {
            NodeKind::Route { handler, .. } => *handler = parse_quote!(async || ()),
            NodeKind::Scope { nodes, unused, .. } => {
                uncheck(nodes);
                unused.clear();
            }
            _ => return false,
        }
        true
    });
}

/// Does the same for the items that are not checked, and for all inside of them.
pub(super) fn uncheck_reported(nodes: &mut Vec<Node>) {
    let mut kept = Vec::new();
    for mut node in nodes.drain(..) {
        if node.is_checked {
            if let NodeKind::Scope { nodes, .. } = &mut node.kind {
                uncheck_reported(nodes);
            }
            kept.push(node);
            continue;
        }
        let mut alone = vec![node];
        uncheck(&mut alone);
        kept.append(&mut alone);
    }
    *nodes = kept;
}
