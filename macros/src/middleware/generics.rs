//! Copies the function's generics to the items generated from it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, WherePredicate, parse_quote};

/// Returns the type and const parameters, without the bounds that name a lifetime of the function.
/// The item has no lifetimes: what it passes to the function borrows from the request.
pub(super) fn for_item(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    let lifetimes: Vec<String> = generics
        .lifetimes()
        .map(|parameter| parameter.lifetime.ident.to_string())
        .collect();
    generics.params = generics
        .params
        .into_iter()
        .filter(|parameter| !matches!(parameter, GenericParam::Lifetime(_)))
        .collect();
    for parameter in generics.type_params_mut() {
        let bounds = std::mem::take(&mut parameter.bounds).into_iter();
        parameter.bounds = bounds.filter(|bound| !names(bound, &lifetimes)).collect();
    }
    if let Some(clause) = &mut generics.where_clause {
        let predicates = std::mem::take(&mut clause.predicates).into_iter();
        clause.predicates = predicates
            .filter_map(|predicate| without(predicate, &lifetimes))
            .collect();
    }
    as_static(generics)
}

/// Adds a `'static` bound to each type parameter, since a middleware lives as long as the
/// application.
pub(super) fn as_static(mut generics: Generics) -> Generics {
    let mut predicates: Vec<WherePredicate> = Vec::new();
    for parameter in generics.type_params_mut() {
        if parameter.bounds.is_empty() {
            let name = &parameter.ident;
            predicates.push(parse_quote!(#name: 'static));
        } else {
            // Next to the existing bounds: clippy wants all bounds of a parameter in one place.
            parameter.bounds.push(parse_quote!('static));
        }
    }
    if !predicates.is_empty() {
        generics.make_where_clause().predicates.extend(predicates);
    }
    generics
}

/// Removes the bounds that name one of these lifetimes. Returns `None` if no bound is left.
fn without(predicate: WherePredicate, lifetimes: &[String]) -> Option<WherePredicate> {
    match predicate {
        WherePredicate::Type(mut predicate) if !names(&predicate.bounded_ty, lifetimes) => {
            let bounds = predicate.bounds.into_iter();
            predicate.bounds = bounds.filter(|bound| !names(bound, lifetimes)).collect();
            Some(WherePredicate::Type(predicate))
        }
        predicate => (!names(&predicate, lifetimes)).then_some(predicate),
    }
}

/// Returns whether the tokens name one of these lifetimes.
fn names(bound: &impl ToTokens, lifetimes: &[String]) -> bool {
    fn any(tokens: TokenStream, lifetimes: &[String]) -> bool {
        let mut after_quote = false;
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => any(group.stream(), lifetimes),
            TokenTree::Punct(punct) => {
                after_quote = punct.as_char() == '\'';
                false
            }
            TokenTree::Ident(ident) => {
                std::mem::take(&mut after_quote) && lifetimes.iter().any(|name| ident == name)
            }
            TokenTree::Literal(_) => false,
        })
    }
    any(bound.to_token_stream(), lifetimes)
}
