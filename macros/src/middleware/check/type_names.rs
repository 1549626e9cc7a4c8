//! Recognizes types by the names in their paths. Type aliases are not resolved.

use syn::{Ident, PathArguments, PathSegment, Token, Type, TypePath, punctuated::Punctuated};

/// The extractors of axum that consume the body.
pub(super) const BODY_EXTRACTORS: [&str; 6] =
    ["Bytes", "Form", "Json", "Multipart", "RawForm", "String"];
/// Other types that are neither `Request` nor `Next`.
const OTHER_TYPES: [&str; 17] = [
    "Arc",
    "Body",
    "Box",
    "Extension",
    "HeaderMap",
    "Method",
    "MatchedPath",
    "Option",
    "OriginalUri",
    "Path",
    "Pin",
    "Provided",
    "Query",
    "Response",
    "Result",
    "State",
    "Uri",
];

/// Extractors that are not the user's own types.
pub(super) const EXTRACTORS: [&str; 15] = [
    "ConnectInfo",
    "CookieJar",
    "Extension",
    "HeaderMap",
    "MatchedPath",
    "Method",
    "OriginalUri",
    "Path",
    "Provided",
    "Query",
    "RawQuery",
    "State",
    "TypedHeader",
    "Uri",
    "Version",
];

/// Returns whether a type may be an alias of `Request` or `Next`.
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

/// Removes parentheses, and the invisible groups that other macros leave.
pub(super) fn ungroup(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungroup(&group.elem),
        Type::Paren(paren) => ungroup(&paren.elem),
        _ => ty,
    }
}

/// Returns whether a type is written `State<T>` or `extract::State<T>`. Under any other path, it is
/// an ordinary extractor.
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

/// Returns the last segment of a type that is a path.
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
