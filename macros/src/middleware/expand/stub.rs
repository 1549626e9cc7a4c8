//! Simplifies a middleware with errors.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    GenericParam, Generics, Token, Type, TypeParamBound, WherePredicate, punctuated::Punctuated,
};

use crate::{
    middleware::definition::{Definition, Parameter, Stored},
    syntax::contains,
};

/// Removes the type parameters, which rustc may be unable to infer without the body and the
/// parameters that have been reported, and everything that names one.
pub(super) fn simplify(mut definition: Definition) -> Definition {
    let generics = std::mem::take(&mut definition.generics);
    let names = names(&generics);
    for parameter in &mut definition.parameters {
        if let Parameter::Config(config) = parameter {
            config.stored = simplify_config(&config.stored, &generics, &names);
        }
    }
    if let Some(next) = &mut definition.next {
        next.provides.retain(|ty| !names_any(ty, &names));
    }
    definition
}

/// Uses the types of a right signature, so that rustc does not call their imports unused.
pub(in crate::middleware) fn used_types(definition: &Definition) -> Option<TokenStream> {
    if !definition.generics.params.is_empty() {
        return None;
    }
    let output = definition.known_output();
    let request = definition.request.iter().map(|request| &request.ty);
    let next = definition.next.iter().map(|next| &next.path);
    let parameters = definition.parameters.iter();
    let parameters = parameters.map(|parameter| &parameter.as_written().ty);
    let cfgs = definition.cfgs();
    Some(quote! {
        #(#cfgs)*
        #[allow(deprecated, elided_lifetimes_in_paths, unused_qualifications)]
        const _: fn() = || {
            let _: ::core::option::Option<(#(#parameters,)* #(#request,)* #(#next,)* #output)>;
        };
    })
}

/// Stores nothing, but lets the constructor take what it would have taken.
fn simplify_config(stored: &Stored, generics: &Generics, names: &[Ident]) -> Stored {
    match stored {
        Stored::Value(ty) | Stored::Static(ty) => {
            if names_any(ty, names) {
                let bounds = bounds_of(ty, generics);
                return Stored::Nothing(quote!(impl #bounds ::core::marker::Sized));
            }
            Stored::Nothing(ty.to_token_stream())
        }
        Stored::Slice(ty) if names_any(ty, names) => {
            Stored::Nothing(quote!(impl ::core::marker::Sized))
        }
        Stored::Slice(ty) => Stored::Slice(ty.clone()),
        Stored::Str => Stored::Str,
        Stored::Nothing(taken) => Stored::Nothing(taken.clone()),
    }
}

fn names(generics: &Generics) -> Vec<Ident> {
    let parameters = generics.params.iter();
    parameters
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(_) => None,
            GenericParam::Type(parameter) => Some(parameter.ident.clone()),
            GenericParam::Const(parameter) => Some(parameter.ident.clone()),
        })
        .collect()
}

fn names_any(ty: &Type, names: &[Ident]) -> bool {
    let tokens = ty.to_token_stream();
    names
        .iter()
        .any(|name| contains(&tokens, &name.to_string()))
}

/// Returns the function bounds of a type parameter, with a `+` after each. A closure needs them for
/// the types of its arguments.
fn bounds_of(ty: &Type, generics: &Generics) -> Punctuated<TypeParamBound, Token![+]> {
    let mut bounds = Punctuated::new();
    for bound in all_bounds(ty, generics) {
        if is_function(&bound) {
            bounds.push(bound);
            bounds.push_punct(<Token![+]>::default());
        }
    }
    bounds
}

fn is_function(bound: &TypeParamBound) -> bool {
    let TypeParamBound::Trait(bound) = bound else {
        return false;
    };
    let last = bound.path.segments.last();
    last.is_some_and(|last| matches!(last.arguments, syn::PathArguments::Parenthesized(_)))
}

/// Returns the bounds of a type parameter, in both places.
fn all_bounds(ty: &Type, generics: &Generics) -> Vec<TypeParamBound> {
    let text = ty.to_token_stream().to_string();
    let mut bounds = Vec::new();
    for parameter in generics.type_params() {
        if parameter.ident == text {
            bounds.extend(parameter.bounds.iter().cloned());
        }
    }
    let clause = generics.where_clause.iter();
    for predicate in clause.flat_map(|clause| &clause.predicates) {
        if let WherePredicate::Type(predicate) = predicate
            && predicate.bounded_ty.to_token_stream().to_string() == text
        {
            bounds.extend(predicate.bounds.iter().cloned());
        }
    }
    bounds
}
