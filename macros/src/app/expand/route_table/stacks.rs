//! Generates the stacks of the table and their entries.

use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::{Expr, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        entry_name::EntryName,
        expand::route_table::{
            builder::TableBuilder,
            item::ItemDescription,
            names::{line, stack_name},
        },
        model::{Alternative, Entry, Node, NodeKind},
        route_path::RoutePath,
    },
    syntax::source_text,
};

impl TableBuilder<'_> {
    /// Adds the stack of an item.
    pub(super) fn item_stack(&mut self, node: &Node, outer: usize, cfgs: &Cfgs) {
        let owners = self.runtime.list_owner();
        let (owner, fallbacks) = match &node.kind {
            NodeKind::Scope { prefix, nodes, .. } => {
                let prefix = prefix.as_ref().map_or("", RoutePath::text);
                (
                    quote!(#owners::Scope(#prefix)),
                    Some(Self::fallbacks(nodes)),
                )
            }
            NodeKind::Include { .. } => (quote!(#owners::Include), None),
            _ => (quote!(#owners::Route), None),
        };
        let entries = self.entries(&node.with, cfgs);
        // The condition of another item is that of its row.
        let condition = node
            .condition
            .as_ref()
            .filter(|_| matches!(node.kind, NodeKind::Scope { .. }));
        let condition = condition.map(source_text);
        let condition = condition.map(|text| quote!(.only_if(#text)));
        let without = node.without.iter().map(|without| {
            let entries = without
                .entries
                .iter()
                .map(|&id| Literal::usize_unsuffixed(id));
            quote!(.without(&[#(#entries),*]))
        });
        let more = quote!(#(#without)* #condition #fallbacks);
        let at = node.keyword.span();
        self.stack(
            node.id,
            Some(outer),
            &owner,
            &entries,
            at,
            cfgs,
            Some(&more),
        );
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each is a part of the generated constant"
    )]
    /// Adds the constant of a stack.
    pub(super) fn stack(
        &mut self,
        id: usize,
        outer: Option<usize>,
        owner: &TokenStream,
        entries: &TokenStream,
        at: Span,
        cfgs: &Cfgs,
        more: Option<&TokenStream>,
    ) {
        let (info, option) = (self.runtime.stack_info(), self.runtime.option());
        let outer = match outer.map(stack_name) {
            Some(outer) => quote!(#option::Some(#outer)),
            None => quote!(#option::None),
        };
        let (name, id) = (stack_name(id), Literal::usize_unsuffixed(id));
        let line = Literal::u32_unsuffixed(line(at));
        self.stacks.push(quote! {
            #cfgs
            const #name: &#info = &#info::new(
                #id, #owner, #outer, &[#entries], ::core::file!(), #line
            )#more;
        });
    }

    /// Generates the entries of a list, each under its `#[cfg]`s.
    pub(super) fn entries(&mut self, list: &[Entry], around: &Cfgs) -> TokenStream {
        let entries = list.iter().map(|entry| {
            let cfgs = Cfgs::default().and(&entry.attrs);
            let entry = self.entry(entry, around);
            quote!(#cfgs #entry,)
        });
        entries.collect()
    }

    fn entry(&mut self, entry: &Entry, around: &Cfgs) -> TokenStream {
        let info = self.runtime.entry_info();
        let line = Literal::u32_unsuffixed(line(entry.first.value.span()));
        let id = Literal::usize_unsuffixed(entry.id);
        let name = name_text(&entry.first);
        let option = self.runtime.option();
        let condition = match &entry.first.condition {
            Some(condition) => {
                let condition = source_text(condition);
                quote!(#option::Some(#condition))
            }
            None => quote!(#option::None),
        };
        let texts: Vec<String> = entry.alternatives().map(alternative_text).collect();
        let text = texts.join(" else ");
        let others = entry.others.iter().map(name_text);
        let others = (!entry.others.is_empty()).then(|| quote!(.or_else(&[#(#others),*])));
        let types = if self.signature.can_describe(entry) {
            let describe = self.runtime.describe();
            let described =
                Literal::usize_unsuffixed(self.described(entry, &around.and(&entry.attrs)));
            quote!(<__Entries as #describe<#described>>::types)
        } else {
            self.runtime.unknown()
        };
        quote! {
            #info::new(
                #id, #name, #text, #condition, #line, #types
            )#others
        }
    }

    /// Describes an entry, and returns the number of the first entry with this description.
    fn described(&mut self, entry: &Entry, cfgs: &Cfgs) -> usize {
        let alternatives = entry.alternatives();
        let text: String = alternatives
            .map(|other| source_text(&other.value) + ",")
            .collect();
        // In a macro by example, `$crate` is not the same crate everywhere.
        let can_be_shared = cfgs.is_empty() && !text.contains('$');
        match self.described.get(&text) {
            Some(first) if can_be_shared => *first,
            _ => {
                let description = self.signature.describe(entry, cfgs);
                self.descriptions.push(description);
                if can_be_shared {
                    self.described.insert(text, entry.id);
                }
                entry.id
            }
        }
    }

    /// Generates the call that names the fallbacks of a block.
    pub(super) fn fallbacks(nodes: &[Node]) -> TokenStream {
        let of = |is_one: fn(&NodeKind) -> Option<&Expr>| {
            let answers = nodes.iter().filter_map(|node| {
                let handler = is_one(&node.kind)?;
                let cfgs = Cfgs::default().and(&node.attrs);
                let item = ItemDescription::new(node, handler);
                Some(quote!(#cfgs #item))
            });
            answers.collect::<Vec<_>>()
        };
        let fallback = of(|kind| match kind {
            NodeKind::Fallback { handler } => Some(handler),
            _ => None,
        });
        let method_not_allowed = of(|kind| match kind {
            NodeKind::MethodNotAllowed { handler } => Some(handler),
            _ => None,
        });
        if fallback.is_empty() && method_not_allowed.is_empty() {
            return TokenStream::new();
        }
        quote!(.answers(&[#(#fallback),*], &[#(#method_not_allowed),*]))
    }
}

fn name_text(alternative: &Alternative) -> String {
    let name = alternative.name.as_ref();
    name.map_or_else(String::new, EntryName::to_string)
}

/// Returns a value as written, with its condition.
fn alternative_text(alternative: &Alternative) -> String {
    let value = source_text(&alternative.value);
    match &alternative.condition {
        Some(condition) => format!("{value} if {}", source_text(condition)),
        None => value,
    }
}
