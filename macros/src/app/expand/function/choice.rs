//! Generates the statements that add an entry with an `else`.
//!
//! Each alternative is checked and added to a list of its own, in the branch that evaluates it. The
//! runtime makes one entry of these lists.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::Attribute;

use crate::{
    app::{
        expand::function::{
            expander::{Expander, Variables},
            list::{Evaluation, token_name, value_tokens},
        },
        model::{Alternative, Entry},
        providing_layer::with_type_arguments,
    },
    hygiene::{ends, hidden, located, ours, report},
};

impl Expander<'_> {
    /// Generates the statements that add the entry to the stack.
    pub(super) fn chosen_entry(&self, written: &Entry, attrs: &[&Attribute]) -> TokenStream {
        let Variables { choice, stack, .. } = &self.variables;
        let alternatives: Vec<_> = written.alternatives().collect();
        let chosen = self.choice(&alternatives, written);
        let token = self.app.reverify.contains(&written.id).then(|| {
            let token = token_name(written.id);
            quote!(#(#attrs)* let #token = #choice.token();)
        });
        let at = ours(ends(&written.first.value)[0]);
        let [choice_at, stack_at] = [choice, stack].map(|name| located(name, at));
        let added = if self.app.excludable.contains(&written.id) {
            let number = Literal::usize_unsuffixed(written.id);
            quote_spanned!(at=> #stack_at.add_excludable_choice(#choice_at, #number))
        } else {
            quote_spanned!(at=> #stack_at.add_choice(#choice_at))
        };
        quote! {
            #(#attrs)*
            let #choice = #chosen;
            #token
            #(#attrs)*
            let #stack = #added;
        }
    }

    /// Generates an expression that evaluates one of the alternatives, the last of which has no
    /// condition.
    fn choice(&self, alternatives: &[&Alternative], written: &Entry) -> TokenStream {
        let [alternative, others @ ..] = alternatives else {
            return TokenStream::new();
        };
        let own = self.alternative(alternative, written);
        let Some(condition) = &alternative.condition else {
            return own;
        };
        let others = self.choice(others, written);
        let Variables { choice, kind, .. } = &self.variables;
        let of = self.runtime.choice();
        // A separate variable, since a condition may contain a struct literal.
        let holds = hidden("holds");
        let condition = value_tokens(condition);
        let chosen = quote!((&&&&#choice).chosen());
        let compared = quote!(#kind.compare(&#choice));
        let report = report(&compared, ends(&alternative.value));
        quote! {
            {
                let #holds = #condition;
                let #choice = if #holds { #of::First(#own) } else { #of::Second(#others) };
                let #kind = #chosen;
                #report
                #kind.merge(#choice)
            }
        }
    }

    /// Generates a block that evaluates an alternative and returns a list of it.
    fn alternative(&self, alternative: &Alternative, written: &Entry) -> TokenStream {
        let Variables {
            entry, kind, stack, ..
        } = &self.variables;
        let value = with_type_arguments(&alternative.value);
        let ends = ends(&written.placed(alternative).value);
        let at = ours(ends[0]);
        let wrap = self.runtime.entry();
        let verified = self.verified(&Evaluation {
            attrs: &[],
            value: quote_spanned!(at=> #wrap(#value)),
            called: alternative.is_path().then(|| quote!(entry)),
            outer: if std::ptr::eq(alternative, &raw const written.first) {
                quote!(#stack)
            } else {
                // The types are compared with those of the first one.
                quote!(#stack.without_provided())
            },
            at: ends,
        });
        let fitted = self.fitted(stack, ends, &[]);
        let rules = self.rules(written.id, &[]);
        let token = hidden("token");
        let fit = &self.variables.fit;
        let [kind_at, entry_at, stack_at, fit_at] =
            [kind, entry, stack, fit].map(|name| located(name, at));
        let added =
            quote_spanned!(at=> #kind_at.onto(#stack_at.alternative()).add(#entry_at, #fit_at));
        quote! {
            {
                #verified
                #rules
                #fitted
                let #token = #kind.token(&#entry);
                #added.into_alternative(#token)
            }
        }
    }
}
