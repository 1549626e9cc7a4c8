//! Names the routes after their handlers, and the includes after their parts.

use std::collections::BTreeMap;

use proc_macro2::{Ident, Span};
use syn::{Expr, ext::IdentExt};

use crate::{
    app::model::{Node, NodeKind},
    hygiene::{ends, in_front_of},
};

/// Names each unnamed route or include after its handler or part, if no other one has or would get that name.
pub(super) fn name_routes(nodes: &mut [Node]) {
    let mut uses = BTreeMap::new();
    each_route(nodes, &mut |name, handler, _| {
        for ident in [name.clone(), handler_name(handler)].into_iter().flatten() {
            *uses.entry(ident.unraw().to_string()).or_insert(0) += 1;
        }
    });
    each_route(nodes, &mut |name, handler, at| {
        if name.is_none() {
            let of_handler = handler_name(handler);
            *name = of_handler.filter(|ident| uses.get(&ident.unraw().to_string()) == Some(&1));
            // In an editor, the handler is not the URL: its span would lead to the definitions of both.
            if let Some(name) = name {
                name.set_span(name.span().located_at(at));
            }
        }
    });
}

/// Calls the function with the name of each route or include, what it is named after, and the place of its URL.
fn each_route(nodes: &mut [Node], then: &mut impl FnMut(&mut Option<Ident>, &Expr, Span)) {
    for node in nodes {
        match &mut node.kind {
            NodeKind::Route {
                name,
                handler,
                path,
                ..
            } => then(name, handler, path.span()),
            NodeKind::Include { name, part, .. } => {
                then(name, &part.func, in_front_of(ends(&part.func)[0]));
            }
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
