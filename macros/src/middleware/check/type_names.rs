//! What can be told of a type by the names in it.

use syn::{Ident, PathArguments, PathSegment, Token, Type, TypePath, punctuated::Punctuated};

/// The extractors of axum that take the body, and what others are known to be no `Next`.
pub(super) const BODY_EXTRACTORS: [&str; 6] =
    ["Bytes", "Form", "Json", "Multipart", "RawForm", "String"];
const OTHER_TYPES: [&str; 14] = [
    "Body",
    "Extension",
    "HeaderMap",
    "Method",
    "MatchedPath",
    "Option",
    "OriginalUri",
    "Path",
    "Provided",
    "Query",
    "Response",
    "Result",
    "State",
    "Uri",
];

/// Whether a type can be what it has to be here, imported under another name.
pub(super) fn may_be_alias(ty: &Type) -> bool {
    last_name(ty).is_some_and(|name| {
        name != "Request"
            && name.to_string().starts_with(char::is_uppercase)
            && !is_any(name, &BODY_EXTRACTORS)
            && !is_any(name, &OTHER_TYPES)
    })
}

pub(super) fn is_named(ty: &Type, name: &str) -> bool {
    last_name(ty).is_some_and(|ident| ident == name)
}

pub(super) fn is_any(ident: &Ident, names: &[&str]) -> bool {
    names.iter().any(|name| ident == name)
}

/// The type itself, where it is in parentheses or comes out of another macro.
pub(super) fn ungroup(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungroup(&group.elem),
        Type::Paren(paren) => ungroup(&paren.elem),
        _ => ty,
    }
}

/// Whether a type is written `State<T>`, or as in `axum::extract::State<T>`. By any other path it is an
/// extractor like any other.
pub(super) fn is_state(ty: &Type) -> bool {
    let mut segments = segments(ty).into_iter().flatten().rev();
    let is_state = segments.next().is_some_and(|last| {
        last.ident == "State" && matches!(last.arguments, PathArguments::AngleBracketed(_))
    });
    is_state
        && segments
            .next()
            .is_none_or(|module| module.ident == "extract")
}

/// The last name of a type that is a path.
pub(super) fn last_name(ty: &Type) -> Option<&Ident> {
    segments(ty)?.last().map(|segment| &segment.ident)
}

fn segments(ty: &Type) -> Option<&Punctuated<PathSegment, Token![::]>> {
    match ungroup(ty) {
        Type::Path(TypePath {
            qself: None, path, ..
        }) => Some(&path.segments),
        _ => None,
    }
}
