//! Generates the impls that name the types that each entry provides and requires.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, FnArg, GenericParam, Path, ext::IdentExt, spanned::Spanned};

use crate::{
    app::{
        cfgs::Cfgs,
        model::{Alternative, App, Entry},
        providing_layer::with_type_arguments,
    },
    hygiene::{hidden, located},
    paths::Runtime,
};

/// The part of the function's signature that is in scope outside of the function.
pub(super) struct SignatureScope<'a> {
    /// The name of the application.
    app: &'a Ident,
    /// The runtime as seen from outside of the generated module.
    runtime: &'a Runtime,
    state: TokenStream,
    patterns: Vec<TokenStream>,
    types: Vec<TokenStream>,
    /// Names that are not in scope: generic parameters, and variables whose types use them.
    unknown: Vec<String>,
}

impl<'a> SignatureScope<'a> {
    pub(super) fn new(app: &'a App, runtime: &'a Runtime) -> Self {
        let generics = app
            .sig
            .generics
            .params
            .iter()
            .map(|parameter| match parameter {
                GenericParam::Lifetime(parameter) => parameter.lifetime.ident.to_string(),
                GenericParam::Type(parameter) => parameter.ident.to_string(),
                GenericParam::Const(parameter) => parameter.ident.to_string(),
            });
        // `impl Trait` is a generic parameter, too, and `await` needs an `async fn`.
        let mut unknown: Vec<String> = generics
            .chain(["impl", "await"].map(String::from))
            .collect();
        let (known_state, unknown_state) = (runtime.known_state(), runtime.unknown_state());
        let mut state = if app.state.is_some() {
            unknown_state
        } else {
            quote!(#known_state::<()>())
        };
        let (mut patterns, mut types) = (Vec::new(), Vec::new());
        for input in &app.sig.inputs {
            let FnArg::Typed(parameter) = input else {
                continue;
            };
            let (pattern, ty) = (&parameter.pat, &parameter.ty);
            if mentions(ty, &unknown) || !parameter.attrs.is_empty() {
                unknown.extend(idents(pattern));
                continue;
            }
            if app
                .state
                .as_ref()
                .is_some_and(|state| mentions(pattern, &[state.to_string()]))
            {
                state = quote!(#known_state::<#ty>());
            }
            patterns.push(pattern.to_token_stream());
            types.push(ty.to_token_stream());
        }
        Self {
            app: &app.sig.ident,
            runtime,
            state,
            patterns,
            types,
            unknown,
        }
    }

    /// Generates the impl that names the types of an entry. It makes the same calls as the
    /// function, so that rustc merges equal errors into one.
    pub(super) fn describe(&self, entry: &Entry, cfgs: &Cfgs) -> TokenStream {
        let (describe, types) = (self.runtime.describe(), self.runtime.entry_types());
        let name = self.app;
        let id = Literal::usize_unsuffixed(entry.id);
        let is_conditional = entry.others.is_empty() && entry.first.condition.is_some();
        let first = self.described(&entry.first, first_span(&entry.first), is_conditional);
        let described = if entry.others.is_empty() {
            first
        } else {
            let others = entry.others.iter();
            let others =
                others.map(|other| self.described(other, first_span(entry.placed(other)), false));
            quote!({ #first } #(.or({ #others }))*)
        };
        quote! {
            #cfgs
            #[allow(unused, deprecated, clippy::all, clippy::pedantic)]
            impl #describe<#id> for #name::__Entries {
                fn types() -> #types {
                    #described
                }
            }
        }
    }

    /// Generates the statements that return the types of one value of an entry.
    fn described(&self, written: &Alternative, at: Span, is_conditional: bool) -> TokenStream {
        if self.names_function(written) {
            return self.described_function(&written.value);
        }
        let runtime = self.runtime;
        let (kinds, option, probed) = (runtime.kinds(), runtime.option(), runtime.probed());
        let value = &with_type_arguments(&written.value);
        let [list, entry_name, kind, fit] = ["list", "entry", "kind", "fit"].map(hidden);
        let entry_at = located(&entry_name, at);
        let (wrapped, added) = if is_conditional {
            let wrap = runtime.entry_if();
            (
                quote_spanned!(at=> #wrap(#option::Some(#value))),
                quote_spanned!(at=> add_if(#entry_at, #fit, #option::None)),
            )
        } else {
            let wrap = runtime.entry();
            (
                quote_spanned!(at=> #wrap(#value)),
                quote_spanned!(at=> add(#entry_at, #fit)),
            )
        };
        let called = written.is_path().then(|| {
            let called = if is_conditional {
                quote!(entry_if)
            } else {
                quote!(entry)
            };
            quote!(let #entry_name = (&&#entry_name).form().#called(#entry_name);)
        });
        let Self {
            state,
            patterns,
            types: parameters,
            ..
        } = self;
        quote! {
            use #kinds::*;
            let #list = #probed(#state, |(#(#patterns,)*): (#(#parameters,)*)| {
                let #entry_name = #wrapped;
                #called
                let #kind = (&&#entry_name).kind();
                let #fit = #kind.probed(&#entry_name).decide().decide().decide();
                #kind.probe().#added
            });
            (&&&#list).types()
        }
    }

    /// Generates the statements that return the types of a middleware. They are few, since most entries have this form.
    fn described_function(&self, function: &Expr) -> TokenStream {
        let (kinds, listed) = (self.runtime.kinds(), self.runtime.listed());
        let (state, function) = (&self.state, with_type_arguments(function));
        quote! {
            use #kinds::*;
            (&&&#listed(#state, #function)).types()
        }
    }

    /// Returns whether a value is the path of a function, and no variable of the application.
    fn names_function(&self, written: &Alternative) -> bool {
        let Expr::Path(value) = &written.value else {
            return false;
        };
        let variables = self.patterns.iter().flat_map(idents);
        is_function(&value.path) && !mentions(&value.path, &variables.collect::<Vec<_>>())
    }

    /// Returns whether an entry can be described. A half-written one cannot, nor one with a `?`,
    /// which returns from the function.
    pub(super) fn can_describe(&self, entry: &Entry) -> bool {
        entry.alternatives().all(|alternative| {
            let value = &alternative.value;
            let may_return = value.to_token_stream().to_string().contains('?');
            // rustc reports a mistake in a described entry twice. A literal of a middleware that is a function is one.
            let is_literal = matches!(value, Expr::Struct(literal) if is_function(&literal.path));
            let is_written = !matches!(value, Expr::Verbatim(_));
            is_written && !is_literal && !may_return && !mentions(value, &self.unknown)
        })
    }
}

/// Returns where rustc reports a mistake of a value.
fn first_span(value: &Alternative) -> Span {
    Span::mixed_site().located_at(value.value.span())
}

/// Returns whether a path ends with the name of a function.
fn is_function(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| {
        let name = last.ident.unraw().to_string();
        name.starts_with(char::is_lowercase)
    })
}

/// Returns whether the tokens contain one of these names.
pub(super) fn mentions(tokens: &impl ToTokens, names: &[String]) -> bool {
    idents(tokens).iter().any(|ident| names.contains(ident))
}

/// Returns all identifiers in the tokens, at any depth.
fn idents(tokens: &impl ToTokens) -> Vec<String> {
    fn collect(tokens: TokenStream, found: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => collect(group.stream(), found),
                TokenTree::Ident(ident) => found.push(ident.to_string()),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(tokens.to_token_stream(), &mut found);
    found
}
