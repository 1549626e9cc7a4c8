//! Generates the rows for unmatched requests: other methods of known paths (405) and unmatched
//! paths (404).

use proc_macro2::TokenStream;
use quote::quote;

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
        let kind = self.runtime.row_kind();
        for PathRoutes {
            path,
            chunk,
            routes,
        } in &self.paths
        {
            let stacks = routes.iter().map(|route| {
                let (cfgs, stack) = (&route.cfgs, &route.stack);
                quote!(#cfgs #stack)
            });
            let cfg = method_not_allowed_condition(routes);
            let row = quote!((#kind::MethodNotAllowed, #path, &[#(#stacks),*]));
            let rows = &mut self.chunks[*chunk].unmatched;
            rows.extend(cfg.map(|cfg| quote!(#cfg #row)));
        }
        // The innermost prefix comes first. A scope whose paths a mount answers has a row, too: the mount
        // does not answer a path that only means one under the prefix.
        for scope in self.prefix_scopes.iter().rev() {
            let (cfgs, stack, prefix) = (&scope.cfgs, &scope.stack, scope.prefix.text());
            let path = format!("{prefix}/{{*rest}}");
            let row = quote!((#kind::Fallback, #path, &[#stack]));
            let rows = &mut self.chunks[scope.chunk].unmatched;
            rows.push(quote!(#cfgs #row));
        }
        let stack = stack_name(APP);
        let row = quote!((#kind::Fallback, "/{*rest}", &[#stack]));
        let cfg = self.unless_mounted();
        let rows = &mut self.chunks[0].unmatched;
        rows.extend(cfg.map(|cfg| quote!(#cfg #row)));
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
