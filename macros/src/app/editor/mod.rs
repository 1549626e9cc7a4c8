//! Generates the statements that an editor reads instead of the function's body.
//!
//! They name everything that the user names, in the same scopes, and have no variables of ours. So
//! completion offers none, and each name has one definition. rustc never sees them.

mod half_written;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Attribute;

use crate::{
    app::{
        ast::{AppInput, EntryInput, EntryKind, Item, ItemKind},
        editor::half_written::HalfWritten,
    },
    paths::Runtime,
};

/// Generates the statements. Half-written items that have been reported come first: the editor
/// completes their first word.
pub(super) fn expand(app: &AppInput, skipped: &[TokenStream], runtime: &Runtime) -> TokenStream {
    let editor = Editor {
        keywords: runtime.keywords(),
    };
    let skipped = skipped.iter().map(|item| editor.half_written(item));
    // Where the user begins an item, the editor puts a word of its own, and looks up what precedes it
    // in these statements.
    let anchor = editor.keyword(&format_ident!("anchor"));
    let lists = [&app.before, &app.with].map(|list| editor.entries(list));
    let items = editor.items(&app.items);
    let never = runtime.never();
    runtime.for_editor(&quote! {
        #(#skipped)*
        #anchor
        #(#lists)*
        #items
        return #never();
    })
}

/// Generates the statements of an application without a block: the entries of its lists.
pub(super) fn expand_half_written(app: &TokenStream) -> TokenStream {
    let entries = HalfWritten::new(app).entries();
    if entries.is_empty() {
        return TokenStream::new();
    }
    let entries = entries.iter().map(value);
    Runtime::items(&Runtime::new(None).for_editor(&quote!(#(#entries)*)))
}

struct Editor {
    /// The module with the descriptions of the keywords.
    keywords: TokenStream,
}

impl Editor {
    /// Generates the statements of a block. A list may name a stack that is declared after it.
    fn items(&self, items: &[Item]) -> TokenStream {
        let stacks = items.iter().filter_map(|item| match &item.kind {
            ItemKind::Stack { name, entries } => {
                let (cfgs, entries) = (
                    cfgs(&item.attrs),
                    self.entries(entries.as_deref().unwrap_or_default()),
                );
                Some(quote!(#(#cfgs)* let #name = { #entries };))
            }
            _ => None,
        });
        let others = items.iter().map(|item| self.item(item));
        quote!(#(#stacks)* #(#others)*)
    }

    fn item(&self, item: &Item) -> TokenStream {
        let keyword = self.keyword(&item.keyword);
        let content = match &item.kind {
            ItemKind::Route {
                methods, handler, ..
            } => {
                let methods = methods.iter().skip(1).map(|method| self.keyword(method));
                let handler = value(handler);
                quote!(#(#methods)* #handler)
            }
            ItemKind::Scope { items, .. } => self.items(items),
            ItemKind::Mount { service, .. } => value(service),
            ItemKind::Merge { router } => value(router),
            ItemKind::Include { part, .. } => value(part),
            ItemKind::Fallback { handler } | ItemKind::MethodNotAllowed { handler } => {
                value(handler)
            }
            ItemKind::Stack { .. } => TokenStream::new(),
        };
        let cfgs = cfgs(&item.attrs);
        let condition = item.condition.as_ref().map(condition);
        let without = item.lists.without.iter().map(value);
        let with = self.entries(&item.lists.with);
        quote!(#(#cfgs)* { #keyword #condition #(#without)* #with #content })
    }

    fn entries(&self, list: &[EntryInput]) -> TokenStream {
        let entries = list.iter().map(|entry| {
            let cfgs = cfgs(&entry.attrs);
            let content = match &entry.kind {
                EntryKind::Splice { name, .. } => value(name),
                EntryKind::Value { alternatives } => {
                    let alternatives = alternatives.iter().map(|alternative| {
                        let condition = alternative.condition.as_ref().map(condition);
                        let value = value(&alternative.value);
                        quote!(#value #condition)
                    });
                    quote!(#(#alternatives)*)
                }
            };
            quote!(#(#cfgs)* { #content })
        });
        quote!(#(#entries)*)
    }

    /// Generates a statement that names the description of a keyword. Only keywords are offered there.
    fn keyword(&self, word: &Ident) -> TokenStream {
        let keywords = &self.keywords;
        quote!(let _ = #keywords::#word;)
    }

    /// Generates the statements of an item that has been reported.
    fn half_written(&self, item: &TokenStream) -> TokenStream {
        let item = HalfWritten::new(item);
        let words = item.words().map(|word| self.keyword(word));
        let part = item.part().map(|part| value(&part));
        let condition = item.condition().map(|written| condition(&written));
        let entries = item.entries();
        let entries = entries.iter().map(value);
        quote!(#(#words)* #part #condition #(#entries)*)
    }
}

/// Generates a statement that only names something.
fn value(value: &impl ToTokens) -> TokenStream {
    quote!(let _ = #value;)
}

fn condition(condition: &impl ToTokens) -> TokenStream {
    quote!(let _: bool = #condition;)
}

fn cfgs(attrs: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg"))
}
