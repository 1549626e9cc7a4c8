//! What can be told of a type by the names in it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, GenericParam, Generics, PathArguments, PathSegment, Type, TypePath};

/// The extractors of axum that are there only with one of its features, so that the runtime cannot
/// know them by their types. They take any state.
const STATELESS: [&str; 3] = ["Form", "Json", "Query"];

/// Whether a type is by its name an extractor of axum that takes any state, or an `Option` of one.
pub(super) fn is_stateless(ty: &Type) -> bool {
    let Some((segment, argument)) = last_segment(ty).zip(only_argument(ty)) else {
        return false;
    };
    STATELESS.iter().any(|name| segment.ident == name)
        || (segment.ident == "Option" && is_stateless(argument))
}

/// Whether tokens name a type parameter: one of the function, or, as far as that can be seen, one of
/// an `impl` around it.
pub(super) fn may_be_generic(tokens: TokenStream, generics: &Generics) -> bool {
    let is_own = |ident: &Ident| {
        generics.params.iter().any(|parameter| match parameter {
            GenericParam::Type(parameter) => parameter.ident == *ident,
            GenericParam::Const(parameter) => parameter.ident == *ident,
            GenericParam::Lifetime(parameter) => parameter.lifetime.ident == *ident,
        })
    };
    any_ident(tokens, &|ident| {
        is_own(ident) || ident == "Self" || ident == "impl" || is_letter(&ident.to_string())
    })
}

/// `T`, or `T1`: what type parameters are called.
fn is_letter(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().skip(1).all(|rest| rest.is_ascii_digit())
}

pub(super) fn has_impl(tokens: TokenStream) -> bool {
    any_ident(tokens, &|ident| ident == "impl")
}

fn any_ident(tokens: TokenStream, is_it: &impl Fn(&Ident) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => any_ident(group.stream(), is_it),
        TokenTree::Ident(ident) => is_it(&ident),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

pub(super) fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(TypePath {
            qself: None, path, ..
        }) => path.segments.last(),
        _ => None,
    }
}

/// The `T` of a type that is written as `Name<T>`.
pub(super) fn only_argument(ty: &Type) -> Option<&Type> {
    match &last_segment(ty)?.arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => {
            match arguments.args.first()? {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A type as a person would write it: without the spaces that tokens have around them.
pub(super) fn readable(ty: &TypePath) -> String {
    let text = ty.to_token_stream().to_string();
    text.replace(" ::", "::")
        .replace(":: ", "::")
        .replace(" < ", "<")
        .replace(" >", ">")
        .replace(" ,", ",")
}
