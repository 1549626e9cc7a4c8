//! What can be told of a type by the names in it.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{GenericArgument, GenericParam, Generics, PathArguments, PathSegment, Type, TypePath};

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
    let is_outer = |ident: &Ident| {
        let name = ident.to_string();
        let is_type = name.starts_with(|first: char| first.is_ascii_uppercase());
        is_type && !starts_its_line() && !WELL_KNOWN.contains(&&*name)
    };
    any_ident(tokens, &|ident| {
        is_own(ident) || ident == "Self" || ident == "impl" || is_outer(ident)
    })
}

/// Names that no one gives to a type parameter. Any other, in an `impl`, may be one of its own.
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

/// Whether the attribute begins its line. Then it is not in an `impl`, which may have type parameters,
/// and where the name of the function would be that of something else, or of nothing.
pub(super) fn starts_its_line() -> bool {
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
