//! The function that fills a router: straight-line calls, in the order written. Nothing here can
//! fail.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Expr, ReturnType, spanned::Spanned};

use crate::{
    app::{
        parse::{Entry, List},
        resolve::{App, Node, NodeKind},
    },
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
    let entries = expander.entries(&app.list);
    let nodes = app.nodes.iter().map(|node| expander.node(node));
    // What is wrong with the state is said where the state is declared.
    let at = Span::mixed_site().located_at(state.span());
    let list = located(&names.list, at);
    let made = quote_spanned!(at=> #app_of(#list));
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
            #entries
            #[allow(unused_mut, unused_variables)]
            let (mut #builder, #place) = #made;
            #(#nodes)*
            #finished
        }
    }
}

/// The variables of the generated function. User code cannot see them.
struct Names {
    app: Ident,
    entry: Ident,
    kind: Ident,
    list: Ident,
    place: Ident,
    stack: Ident,
    state: Ident,
}

struct Expander<'a> {
    runtime: &'a Runtime,
    names: Names,
}

/// After how many entries a stack is cut by a box, since the depth of a layout that rustc computes is
/// limited.
const DEEPEST: usize = 16;

impl<'a> Expander<'a> {
    fn new(app: &App, runtime: &'a Runtime) -> Self {
        // No item has such a name, which a pattern would otherwise mean.
        let hidden = |name: &str| format_ident!("__{name}", span = Span::mixed_site());
        let names = Names {
            app: hidden("app"),
            entry: hidden("entry"),
            kind: hidden("kind"),
            list: hidden("list"),
            place: hidden("place"),
            stack: hidden("stack"),
            state: app.state.clone().unwrap_or_else(|| hidden("state")),
        };
        Self { runtime, names }
    }

    /// Adds the entries of a list to the stack, and builds the list.
    fn entries(&self, list: &List) -> TokenStream {
        let stack = &self.names.stack;
        let entries = list.entries.iter().enumerate().map(|(at, entry)| {
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
            attrs,
            value,
            condition,
        } = written;
        let attrs: Vec<_> = attrs
            .iter()
            .filter(|attr| !attr.path().is_ident("doc"))
            .collect();
        // Where the check of the entry fails, the error is on the entry.
        let at = Span::mixed_site().located_at(value.span());
        let (wrapped, add) = match condition {
            None => {
                let wrap = self.runtime.entry();
                (quote_spanned!(at=> #wrap(#value)), "add")
            }
            Some(condition) => {
                let (wrap, option) = (self.runtime.entry_if(), self.runtime.option());
                // Apart, since a condition may have a struct literal in it.
                let holds = format_ident!("__holds", span = Span::mixed_site());
                let value = quote_spanned! {at=>
                    if #holds { #option::Some(#value) } else { #option::None }
                };
                (quote!({ let #holds = #condition; #wrap(#value) }), "add_if")
            }
        };
        let add = Ident::new(add, at);
        let [kind_at, entry_at, stack_at] = [kind, entry, stack].map(|name| located(name, at));
        let checked = quote_spanned!(at=> #kind_at.check());
        let added = quote_spanned!(at=> #kind_at.onto(#stack_at).#add(#entry_at));
        let candidate = self.runtime.candidate();
        let verdict = self.kind(&quote!((&&&&#candidate(&#entry, &#stack)).verdict()));
        let entry_kind = self.kind(&quote!((&&#entry).kind()));
        quote! {
            #(#attrs)*
            let #entry = #wrapped;
            #(#attrs)*
            let #kind = #verdict;
            #(#attrs)*
            #checked;
            #(#attrs)*
            let #kind = #entry_kind;
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
        let entries = self.entries(&node.list);
        let own_list = (!node.list.entries.is_empty()).then(|| {
            quote! {
                let #stack = #place.stack();
                #entries
                let #place = #app.item(#place, #list);
            }
        });
        let statements = match &node.kind {
            NodeKind::Route {
                methods,
                path,
                handler,
            } => {
                let methods = self.methods(methods);
                let handler = self.handler(handler);
                quote!(#own_list #app.route(#place, #methods, #path, #handler);)
            }
            NodeKind::Scope { prefix, nodes } => {
                let option = self.runtime.option();
                let prefix = match prefix {
                    Some(prefix) => quote!(#option::Some(#prefix)),
                    None => quote!(#option::None),
                };
                let nodes = nodes.iter().map(|node| self.node(node));
                quote! {
                    let #stack = #place.stack();
                    #entries
                    #[allow(unused_variables)]
                    let #place = #app.scope(#place, #prefix, #list);
                    #(#nodes)*
                }
            }
            NodeKind::Mount { path, service } => {
                quote!(#own_list #app.mount(#place, #path, #service);)
            }
            NodeKind::Merge { prefix, router } => {
                quote!(#own_list #app.merge(#place, #prefix, #router);)
            }
            NodeKind::Fallback { handler } => {
                let handler = self.handler(handler);
                quote!(#app.fallback(#place, #handler);)
            }
            NodeKind::MethodNotAllowed { handler } => {
                let handler = self.handler(handler);
                quote!(#app.method_not_allowed(#place, #handler);)
            }
        };
        quote!(#(#attrs)* { #statements })
    }

    /// The methods of a route: `None` for any.
    fn methods(&self, methods: &[Ident]) -> TokenStream {
        let (option, filter) = (self.runtime.option(), self.runtime.method_filter());
        if methods.iter().any(|method| method == "ANY") {
            return quote!(#option::None);
        }
        let filters = methods
            .iter()
            .map(|method| quote_spanned!(method.span()=> #filter::#method))
            .reduce(|all, one| quote!(#all.or(#one)));
        quote!(#option::Some(#filters))
    }

    fn handler(&self, handler: &Expr) -> TokenStream {
        let at = Span::mixed_site().located_at(handler.span());
        let place = located(&self.names.place, at);
        quote_spanned!(at=> #place.handler(#handler))
    }
}

/// The same name, at another place in the source.
fn located(name: &Ident, at: Span) -> Ident {
    Ident::new(&name.to_string(), name.span().located_at(at))
}
