//! Generates the rows for unmatched requests: other methods of known paths (405) and unmatched
//! paths (404).

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::app::{
    cfgs::Cfgs,
    expand::route_table::{
        builder::{PathRoute, PathRoutes, TableBuilder},
        names::stack_name,
    },
    model::APP,
};

impl TableBuilder<'_> {
    /// Adds the rows for unmatched requests.
    pub(super) fn unmatched(&mut self) {
        for PathRoutes {
            path,
            chunk,
            routes,
        } in &self.paths
        {
            let Some(cfg) = method_not_allowed_condition(routes) else {
                continue;
            };
            let path = path.text();
            let rows = &mut self.chunks[*chunk].unmatched;
            let lists = lists_of(routes);
            let lists = format!("&[{lists}]");
            rows.push(&cfg, "MethodNotAllowed", lists, &[], &[&[path]]);
        }
        // The innermost prefix comes first. A scope whose paths a mount answers has a row, too: the mount
        // does not answer a path that only means one under the prefix.
        for scope in self.prefix_scopes.iter().rev() {
            let (cfgs, stack, prefix) = (&scope.cfgs, &scope.stack, scope.prefix.text());
            let path = format!("{prefix}/{{*rest}}");
            let (cfgs, lists) = (cfgs.to_token_stream(), format!("&[{stack}]"));
            let rows = &mut self.chunks[scope.chunk].unmatched;
            rows.push(&cfgs, "Fallback", lists, &[], &[&[&path]]);
        }
        let stack = stack_name(APP);
        if let Some(cfg) = self.unless_mounted() {
            let rows = &mut self.chunks[0].unmatched;
            rows.push(
                &cfg,
                "Fallback",
                format!("&[{stack}]"),
                &[],
                &[&["/{*rest}"]],
            );
        }
    }

    /// Returns the `#[cfg]` under which no mount answers all unmatched paths of the application, or `None`
    /// if an unconditional mount does.
    fn unless_mounted(&self) -> Option<TokenStream> {
        match self.mounts.get("/") {
            None => Some(TokenStream::new()),
            Some(mounts) if mounts.iter().any(Cfgs::is_empty) => None,
            Some(mounts) => {
                let mounts = mounts.iter().map(Cfgs::all);
                Some(quote!(#[cfg(not(any(#(#mounts),*)))]))
            }
        }
    }
}

/// Returns the lists of the routes of a path, as text. Equal lists count once.
fn lists_of(routes: &[PathRoute]) -> String {
    let mut lists: Vec<String> = Vec::new();
    for route in routes {
        let list = format!("{}{}", route.cfgs.to_token_stream(), route.stack);
        if !lists.contains(&list) {
            lists.push(list);
        }
    }
    lists.join(",")
}

/// Returns the `#[cfg]` under which a path can answer with 405, or `None` if it never does.
fn method_not_allowed_condition(routes: &[PathRoute]) -> Option<TokenStream> {
    let (any, some): (Vec<&PathRoute>, Vec<_>) = routes.iter().partition(|route| route.is_any);
    // A route under a condition may not exist.
    let any: Vec<_> = any
        .into_iter()
        .filter(|route| !route.is_conditional)
        .collect();
    let always = |route: &&PathRoute| route.cfgs.is_empty();
    if some.is_empty() || any.iter().any(always) {
        return None;
    }
    if any.is_empty() && some.iter().any(always) {
        return Some(TokenStream::new());
    }
    let exists = some.iter().map(|route| route.cfgs.all());
    let exists = quote!(any(#(#exists),*));
    Some(if any.is_empty() {
        quote!(#[cfg(#exists)])
    } else {
        let any = any.iter().map(|route| route.cfgs.all());
        quote!(#[cfg(all(#exists, not(any(#(#any),*))))])
    })
}
