//! Generates the statements that build a list.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Attribute, Expr, spanned::Spanned};

use crate::{
    app::{
        expand::function::expander::{Expander, Variables},
        model::{Alternative, Entry},
        providing_layer::with_type_arguments,
    },
    hygiene::{ends, hidden, located, ours, report},
    syntax::MAX_REQUIRED_TYPES,
};

/// The number of entries after which a stack is boxed, since rustc limits the depth of a type's
/// layout.
const MAX_UNBOXED_ENTRIES: usize = 16;

/// How an entry is evaluated.
pub(super) struct Evaluation<'a> {
    pub(super) attrs: &'a [&'a Attribute],
    /// The wrapped value.
    pub(super) value: TokenStream,
    /// The method that may call the value, if it may be the function of a middleware.
    pub(super) called: Option<TokenStream>,
    /// The list outside of the entry.
    pub(super) outer: TokenStream,
    /// The first and the last token, on which rustc reports a failed check.
    pub(super) at: [Span; 2],
}

impl Expander<'_> {
    /// Generates the statements that add the entries to the stack and build the list.
    pub(super) fn entries(&self, list: &[Entry]) -> TokenStream {
        let stack = &self.variables.stack;
        let entries = list.iter().enumerate().map(|(at, entry)| {
            let cut = (at > 0 && at % MAX_UNBOXED_ENTRIES == 0)
                .then(|| quote!(let #stack = #stack.cut();));
            let entry = self.entry(entry);
            quote!(#cut #entry)
        });
        let Variables {
            kind, list, state, ..
        } = &self.variables;
        let whole = quote!((&&#stack).whole());
        quote! {
            #(#entries)*
            let #kind = #whole;
            let #list = #kind.build(#stack, &#state);
        }
    }

    fn entry(&self, written: &Entry) -> TokenStream {
        let attrs = written.attrs.iter();
        let attrs: Vec<_> = attrs.filter(|attr| !attr.path().is_ident("doc")).collect();
        if !written.others.is_empty() {
            return self.chosen_entry(written, &attrs);
        }
        let Variables {
            entry, kind, stack, ..
        } = &self.variables;
        let Entry { id, first, .. } = written;
        let Alternative {
            value, condition, ..
        } = first;
        let value = with_type_arguments(value);
        let ends = ends(&value);
        let at = ours(ends[0]);
        let number = Literal::usize_unsuffixed(*id);
        let is_excludable = self.app.excludable.contains(id);
        let fit = &self.variables.fit;
        let [kind_at, entry_at, stack_at, fit_at] =
            [kind, entry, stack, fit].map(|name| located(name, at));
        let onto = quote_spanned!(at=> #kind_at.onto(#stack_at));
        let (wrapped, added) = match condition {
            None => {
                let wrap = self.runtime.entry();
                let added = if is_excludable {
                    quote_spanned!(at=> #onto.add_excludable(#entry_at, #fit_at, #number))
                } else {
                    quote_spanned!(at=> #onto.add(#entry_at, #fit_at))
                };
                (quote_spanned!(at=> #wrap(#value)), added)
            }
            Some(condition) => {
                let (wrap, option) = (self.runtime.entry_if(), self.runtime.option());
                // A separate variable, since a condition may contain a struct literal.
                let holds = hidden("holds");
                let condition = value_tokens(condition);
                let value = quote!(if #holds { #option::Some(#value) } else { #option::None });
                let number = if is_excludable {
                    quote!(#option::Some(#number))
                } else {
                    quote!(#option::None)
                };
                (
                    quote!({ let #holds = #condition; #wrap(#value) }),
                    quote_spanned!(at=> #onto.add_if(#entry_at, #fit_at, #number)),
                )
            }
        };
        let called = if condition.is_some() {
            quote!(entry_if)
        } else {
            quote!(entry)
        };
        let verified = self.verified(&Evaluation {
            attrs: &attrs,
            value: wrapped,
            called: first.is_path().then_some(called),
            outer: quote!(#stack),
            at: ends,
        });
        let fitted = self.fitted(stack, ends, &attrs);
        let token = self.app.reverify.contains(id).then(|| {
            let token = token_name(*id);
            quote!(#(#attrs)* let #token = #kind.token(&#entry);)
        });
        let rules = self.rules(*id, &attrs);
        quote! {
            #verified
            #token
            #rules
            #fitted
            #(#attrs)*
            let #stack = #added;
        }
    }

    /// Generates the statements that evaluate an entry, check its rules, and find out its kind.
    pub(super) fn verified(&self, evaluation: &Evaluation<'_>) -> TokenStream {
        let Variables { entry, kind, .. } = &self.variables;
        let Evaluation {
            attrs,
            value,
            called,
            outer,
            at,
        } = evaluation;
        let checked = checked(kind);
        let report = report(&quote!(#checked.outcome()), *at);
        let candidate = self.runtime.candidate();
        let verdict = quote!(#candidate(&#entry, &#outer).decide().decide().decide());
        let entry_kind = quote!((&&#entry).kind());
        let called = called.as_ref().map(|called| {
            let form = quote!((&&#entry).form());
            quote!(#(#attrs)* let #entry = #form.#called(#entry);)
        });
        quote! {
            #(#attrs)*
            let #entry = #value;
            #called
            #(#attrs)*
            let #kind = #verdict;
            #(#attrs)*
            #report
            #(#attrs)*
            let #kind = #entry_kind;
        }
    }

    /// Generates the statements that check an entry of a known kind against the list outside of it.
    pub(super) fn fitted(
        &self,
        outer: &impl ToTokens,
        at: [Span; 2],
        attrs: &[&Attribute],
    ) -> TokenStream {
        let Variables {
            entry, kind, fit, ..
        } = &self.variables;
        let decided = quote!(#kind.fitting(&#entry, &#outer).decide().decide().decide());
        let report = report(&quote!(&#fit), at);
        quote! {
            #(#attrs)*
            let #fit = #decided;
            #(#attrs)*
            #report
        }
    }

    /// Generates the block that records the rules of an entry, if they are checked across a border.
    pub(super) fn rules(&self, entry_number: usize, attrs: &[&Attribute]) -> Option<TokenStream> {
        if !self.has_border {
            return None;
        }
        let number = Literal::usize_unsuffixed(entry_number);
        let Variables {
            entry, kind, rules, ..
        } = &self.variables;
        let (token, own) = (hidden("token"), hidden("own"));
        let probe = self.runtime.rule_probe();
        let recorded = quote! {
            (&&#probe(&#token)).order(#own);
            (&&#probe(&#token)).demand(#own);
        };
        Some(quote! {
            #(#attrs)*
            {
                let #token = #kind.token(&#entry);
                let #own = #rules.add(#number, &#token);
                #recorded
            };
        })
    }
}

/// Generates the calls that look for the entries that an entry requires, one for each.
pub(super) fn checked(kind: &Ident) -> TokenStream {
    let check = std::iter::repeat_n(quote!(.check()), MAX_REQUIRED_TYPES);
    quote!(#kind #(#check)*)
}

/// Generates a value. A half-written one is in parentheses, so that rustc reports it there and not after it.
pub(super) fn value_tokens(value: &Expr) -> TokenStream {
    match value {
        Expr::Verbatim(tokens) => {
            let at = Span::mixed_site().located_at(tokens.span());
            quote_spanned!(at=> (#tokens))
        }
        written => written.to_token_stream(),
    }
}

/// Returns the variable that holds the token of an added entry.
pub(super) fn token_name(entry: usize) -> Ident {
    hidden(&format!("token{entry}"))
}
