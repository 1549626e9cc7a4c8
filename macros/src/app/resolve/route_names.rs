//! Names the routes after their handlers, and the includes after their parts.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::{Expr, ext::IdentExt};

use crate::app::model::{Node, NodeKind};

/// Names each unnamed route or include after its handler or part, if no other one has or would get that name.
pub(super) fn name_routes(nodes: &mut [Node]) {
    let mut uses = HashMap::new();
    each_route(nodes, &mut |name, handler| {
        for ident in [name.clone(), handler_name(handler)].into_iter().flatten() {
            *uses.entry(ident.unraw().to_string()).or_insert(0) += 1;
        }
    });
    each_route(nodes, &mut |name, handler| {
        if name.is_none() {
            let of_handler = handler_name(handler);
            *name = of_handler.filter(|ident| uses.get(&ident.unraw().to_string()) == Some(&1));
        }
    });
}

fn each_route(nodes: &mut [Node], then: &mut impl FnMut(&mut Option<Ident>, &Expr)) {
    for node in nodes {
        match &mut node.kind {
            NodeKind::Route { name, handler, .. } => then(name, handler),
            NodeKind::Include { name, part, .. } => then(name, &part.func),
            NodeKind::Scope { nodes, .. } => each_route(nodes, then),
            _ => {}
        }
    }
}

/// Returns the name of a function. A name that begins with an uppercase letter is that of a constant
/// or a type.
fn handler_name(handler: &Expr) -> Option<Ident> {
    match handler {
        Expr::Path(path) => {
            let name = path.path.segments.last()?.ident.clone();
            let begins_upper = name.unraw().to_string().starts_with(char::is_uppercase);
            (!begins_upper).then_some(name)
        }
        Expr::Group(group) => handler_name(&group.expr),
        Expr::Paren(paren) => handler_name(&paren.expr),
        _ => None,
    }
}
