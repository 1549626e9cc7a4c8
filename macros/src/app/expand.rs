//! The function that fills a router: straight-line calls, in the order written. Nothing here can
//! fail.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ReturnType, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{App, Entry, Node, NodeKind, Without},
    },
    hygiene::{hidden, located},
    paths::Runtime,
};

pub(super) fn expand(app: &App, runtime: &Runtime) -> TokenStream {
    let App {
        attrs, vis, sig, ..
    } = app;
    let expander = Expander::new(app, runtime);
    let names = &expander.names;
    let (builder, place, stack, state) = (&names.app, &names.place, &names.stack, &names.state);
    let outermost = runtime.outermost();
    let app_of = runtime.app();
    let no_state = app.state.is_none().then(|| quote!(let #state = ();));
    let before = (!app.before.is_empty()).then(|| {
        let entries = expander.entries(&app.before);
        let (before, list) = (&names.before, &names.list);
        quote! {
            #entries
            let #before = #list;
            let #stack = #before.within();
        }
    });
    let has_before = before.is_some().then(|| {
        let before = &names.before;
        quote!(#builder.before_routing(#before);)
    });
    let entries = expander.entries(&app.with);
    let nodes = app.nodes.iter().map(|node| expander.node(node));
    let unused = unused_stacks(&app.unused);
    // What is wrong with the state is said where the state is declared.
    let at = Span::mixed_site().located_at(state.span());
    let list = located(&names.list, at);
    let name = &sig.ident;
    let made = quote_spanned!(at=> #app_of(#name::ROUTES, #list));
    // A return type that is no router is said where it is written.
    let at = match &sig.output {
        ReturnType::Default => Span::mixed_site(),
        ReturnType::Type(_, ty) => Span::mixed_site().located_at(ty.span()),
    };
    let [builder_at, state_at] = [builder, state].map(|name| located(name, at));
    let finished = quote_spanned!(at=> #builder_at.finish(#state_at));
    let router = runtime.router();
    let output = matches!(sig.output, ReturnType::Default).then(|| quote!(-> #router));
    quote! {
        #(#attrs)*
        #vis #sig #output {
            #no_state
            let #stack = #outermost(&#state);
            #before
            #entries
            #[allow(unused_mut, unused_variables)]
            let (mut #builder, #place) = #made;
            #has_before
            #unused
            #(#nodes)*
            #finished
        }
    }
}

/// The variables of the generated function. User code cannot see them.
struct Names {
    app: Ident,
    before: Ident,
    entry: Ident,
    kind: Ident,
    list: Ident,
    place: Ident,
    stack: Ident,
    state: Ident,
}

struct Expander<'a> {
    app: &'a App,
    runtime: &'a Runtime,
    names: Names,
}

/// After how many entries a stack is cut by a box, since the depth of a layout that rustc computes is
/// limited.
const DEEPEST: usize = 16;

impl<'a> Expander<'a> {
    fn new(app: &'a App, runtime: &'a Runtime) -> Self {
        let names = Names {
            app: hidden("app"),
            before: hidden("before"),
            entry: hidden("entry"),
            kind: hidden("kind"),
            list: hidden("list"),
            place: hidden("place"),
            stack: hidden("stack"),
            state: app.state.clone().unwrap_or_else(|| hidden("state")),
        };
        Self {
            app,
            runtime,
            names,
        }
    }

    /// Adds the entries of a list to the stack, and builds the list.
    fn entries(&self, list: &[Entry]) -> TokenStream {
        let stack = &self.names.stack;
        let entries = list.iter().enumerate().map(|(at, entry)| {
            let cut = (at > 0 && at % DEEPEST == 0).then(|| quote!(let #stack = #stack.cut();));
            let entry = self.entry(entry);
            quote!(#cut #entry)
        });
        let Names {
            kind, list, state, ..
        } = &self.names;
        let whole = self.kind(&quote!((&&#stack).whole()));
        quote! {
            #(#entries)*
            let #kind = #whole;
            let #list = #kind.build(#stack, &#state);
        }
    }

    /// A call that is the first of several methods that fits.
    fn kind(&self, call: &TokenStream) -> TokenStream {
        let kinds = self.runtime.kinds();
        quote! {
            {
                #[allow(unused_imports)]
                use #kinds::*;
                #call
            }
        }
    }

    fn entry(&self, written: &Entry) -> TokenStream {
        let Names {
            entry, kind, stack, ..
        } = &self.names;
        let Entry {
            id,
            attrs,
            value,
            condition,
            ..
        } = written;
        let attrs: Vec<_> = attrs
            .iter()
            .filter(|attr| !attr.path().is_ident("doc"))
            .collect();
        // Where the check of the entry fails, the error is on the entry.
        let at = Span::mixed_site().located_at(value.span());
        let number = Literal::usize_unsuffixed(*id);
        let is_removable = self.app.removable.contains(id);
        let [kind_at, entry_at, stack_at] = [kind, entry, stack].map(|name| located(name, at));
        let onto = quote_spanned!(at=> #kind_at.onto(#stack_at));
        let (wrapped, added) = match condition {
            None => {
                let wrap = self.runtime.entry();
                let added = if is_removable {
                    quote_spanned!(at=> #onto.add_removable(#entry_at, #number))
                } else {
                    quote_spanned!(at=> #onto.add(#entry_at))
                };
                (quote_spanned!(at=> #wrap(#value)), added)
            }
            Some(condition) => {
                let (wrap, option) = (self.runtime.entry_if(), self.runtime.option());
                // Apart, since a condition may have a struct literal in it.
                let holds = hidden("holds");
                let value = quote_spanned! {at=>
                    if #holds { #option::Some(#value) } else { #option::None }
                };
                let number = if is_removable {
                    quote!(#option::Some(#number))
                } else {
                    quote!(#option::None)
                };
                (
                    quote!({ let #holds = #condition; #wrap(#value) }),
                    quote_spanned!(at=> #onto.add_if(#entry_at, #number)),
                )
            }
        };
        let checked = quote_spanned!(at=> #kind_at.check());
        let candidate = self.runtime.candidate();
        let verdict = self.kind(&quote!((&&&&#candidate(&#entry, &#stack)).verdict()));
        let entry_kind = self.kind(&quote!((&&#entry).kind()));
        let passed = self.app.rechecked.contains(id).then(|| {
            let passed = passed_name(*id);
            quote!(#(#attrs)* let #passed = #kind.passed(&#entry);)
        });
        quote! {
            #(#attrs)*
            let #entry = #wrapped;
            #(#attrs)*
            let #kind = #verdict;
            #(#attrs)*
            #checked;
            #(#attrs)*
            let #kind = #entry_kind;
            #passed
            #(#attrs)*
            let #stack = #added;
        }
    }

    fn node(&self, node: &Node) -> TokenStream {
        let Names {
            app,
            list,
            place,
            stack,
            ..
        } = &self.names;
        let attrs = node
            .attrs
            .iter()
            .filter(|attr| !attr.path().is_ident("doc"));
        let without = node.without.as_ref().map(|without| self.without(without));
        let id = Literal::usize_unsuffixed(node.id);
        let own_list = node.has_stack().then(|| {
            let entries = self.entries(&node.with);
            quote! {
                let #stack = #place.stack();
                #entries
                #[allow(unused_variables)]
                let #place = #app.list(#id, #list);
            }
        });
        let statements = match &node.kind {
            NodeKind::Scope { nodes, unused, .. } => {
                let nodes = nodes.iter().map(|node| self.node(node));
                let unused = unused_stacks(unused);
                quote!(#unused #(#nodes)*)
            }
            NodeKind::Mount { path, service } => quote!(#app.mount(#id, #path, #service);),
            NodeKind::Merge { prefix, router } => quote!(#app.merge(#id, #prefix, #router);),
            NodeKind::Route { handler, .. }
            | NodeKind::Fallback { handler }
            | NodeKind::MethodNotAllowed { handler } => {
                let handler = self.handler(handler);
                quote!(#app.handler(#id, #handler);)
            }
        };
        quote!(#(#attrs)* { #without #own_list #statements })
    }

    /// The place that is left when some entries are taken out: what the others require is checked
    /// again.
    fn without(&self, without: &Without) -> TokenStream {
        let place = &self.names.place;
        let at = Span::mixed_site().located_at(without.at.span());
        let place_at = located(place, at);
        let passed = without.rest().map(|entry| {
            let cfgs = Cfgs::default().and(&entry.attrs);
            let passed = located(&passed_name(entry.id), at);
            let further_in = quote_spanned!(at=> #passed.further_in(#place_at));
            quote!(#cfgs let #place = #further_in;)
        });
        quote! {
            let #place = #place.outermost();
            #(#passed)*
        }
    }

    fn handler(&self, handler: &Expr) -> TokenStream {
        let at = Span::mixed_site().located_at(handler.span());
        let place = located(&self.names.place, at);
        quote_spanned!(at=> #place.handler(#handler))
    }
}

/// The variable that knows an entry once it is in its stack.
fn passed_name(entry: usize) -> Ident {
    hidden(&format!("passed{entry}"))
}

/// A variable for each of these stacks, which no list has asked for: rustc says that it is not used. It
/// stands in a module, where no unit struct has its name, which a pattern would otherwise mean.
fn unused_stacks(stacks: &[Ident]) -> Option<TokenStream> {
    (!stacks.is_empty()).then(|| {
        quote! {
            {
                #[allow(dead_code, clippy::let_unit_value)]
                mod __unused {
                    fn stacks() {
                        #(let #stacks = ();)*
                    }
                }
            }
        }
    })
}
