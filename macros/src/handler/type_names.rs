//! Recognizes generic and well-known types by their names.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{GenericArgument, GenericParam, Generics, PathArguments, PathSegment, Type, TypePath};

/// Returns whether the tokens may name a generic parameter of the function, or of an `impl` around
/// it.
pub(super) fn may_be_generic(tokens: TokenStream, generics: &Generics) -> bool {
    let is_own = |ident: &Ident| {
        generics.params.iter().any(|parameter| match parameter {
            GenericParam::Type(parameter) => parameter.ident == *ident,
            GenericParam::Const(parameter) => parameter.ident == *ident,
            GenericParam::Lifetime(parameter) => parameter.lifetime.ident == *ident,
        })
    };
    let is_outer = |ident: &Ident| {
        let name = ident.to_string();
        let is_type = name.starts_with(|first: char| first.is_ascii_uppercase());
        is_type && !starts_in_first_column() && !WELL_KNOWN.contains(&&*name)
    };
    any_ident(tokens, &|ident| {
        is_own(ident) || ident == "Self" || ident == "impl" || is_outer(ident)
    })
}

/// Names that are not used for type parameters. In an `impl`, any other name may be one.
const WELL_KNOWN: [&str; 36] = [
    "Arc",
    "BTreeMap",
    "BTreeSet",
    "Body",
    "Box",
    "Bytes",
    "Duration",
    "Extension",
    "Form",
    "HashMap",
    "HashSet",
    "HeaderMap",
    "HeaderName",
    "HeaderValue",
    "Html",
    "HttpError",
    "Json",
    "Method",
    "Multipart",
    "Next",
    "Option",
    "Path",
    "PathBuf",
    "Provided",
    "Query",
    "Rc",
    "Redirect",
    "Request",
    "Response",
    "Result",
    "State",
    "StatusCode",
    "String",
    "Uri",
    "Vec",
    "VecDeque",
];

/// Returns whether the attribute starts in the first column. Then it is not in an `impl`, whose
/// type parameters are unknown here.
pub(super) fn starts_in_first_column() -> bool {
    Span::call_site().start().column == 0
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

/// Returns the `T` of a type that is written as `Name<T>`.
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
