//! Finds references where a type must own its value.

use syn::{GenericArgument, PatType, PathArguments, Type, TypeReference};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::check::type_names::{EXTRACTORS, is_any, last_name, ungroup},
    syntax::readable,
};

/// Reports a parameter that is a reference or holds one, and returns whether it did.
pub(super) fn check_parameter(parameter: &PatType, diagnostics: &mut Diagnostics) -> bool {
    let Some(reference) = borrowed(&parameter.ty) else {
        return false;
    };
    let pat = readable(&parameter.pat);
    if !matches!(ungroup(&parameter.ty), Type::Reference(_)) {
        let owned = owned(&parameter.ty, reference);
        diagnostics.report(reference, message::borrowed(readable(reference), owned));
        return true;
    }
    let elem = ungroup(&reference.elem);
    let ty = readable(elem);
    let help = match last_name(elem) {
        Some(name) if is_any(name, &EXTRACTORS) => message::ByReference::Extractor,
        Some(name) if name.to_string().starts_with(char::is_uppercase) => {
            message::ByReference::Unknown
        }
        _ => message::ByReference::Config,
    };
    let text = message::reference(readable(reference), &pat, &ty, &help);
    diagnostics.report(&parameter.ty, text);
    true
}

/// Returns a provided type, or the one that is meant in place of a reference, which is reported.
pub(super) fn check_provided(ty: Type, diagnostics: &mut Diagnostics) -> Option<Type> {
    let Some(reference) = borrowed(&ty) else {
        return Some(ty);
    };
    let text = message::provided_reference(readable(reference), owned(&ty, reference));
    diagnostics.report(reference, text);
    match (ungroup(&ty), ungroup(&reference.elem)) {
        (Type::Reference(_), elem @ Type::Path(path)) if !path.path.is_ident("str") => {
            Some(elem.clone())
        }
        _ => None,
    }
}

/// Reports a reference in the value of a `#[config]`, and returns whether it did.
pub(super) fn check_config(value: &Type, diagnostics: &mut Diagnostics) -> bool {
    let Some(reference) = borrowed(value) else {
        return false;
    };
    let owned = format!("&{}", owned(value, reference));
    diagnostics.report(reference, message::borrowed(readable(reference), owned));
    true
}

/// Returns the first reference in a type that is not `'static`. The arguments of a function type
/// may be references.
fn borrowed(ty: &Type) -> Option<&TypeReference> {
    match ungroup(ty) {
        Type::Reference(reference) => {
            let lifetime = reference.lifetime.as_ref();
            if lifetime.is_some_and(|lifetime| lifetime.ident == "static") {
                return borrowed(&reference.elem);
            }
            Some(reference)
        }
        Type::Path(path) => path.path.segments.iter().find_map(|segment| {
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
                return None;
            };
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => borrowed(ty),
                _ => None,
            })
        }),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(borrowed),
        Type::Array(array) => borrowed(&array.elem),
        Type::Slice(slice) => borrowed(&slice.elem),
        _ => None,
    }
}

/// Returns the text of a type with the owned form of a reference in it.
fn owned(ty: &Type, reference: &TypeReference) -> String {
    let owned = match ungroup(&reference.elem) {
        Type::Path(path) if path.path.is_ident("str") => "String".to_owned(),
        Type::Slice(slice) => format!("Vec<{}>", readable(&slice.elem)),
        elem @ Type::TraitObject(_) => format!("Arc<{}>", readable(elem)),
        elem => readable(elem),
    };
    readable(ty).replacen(&readable(reference), &owned, 1)
}
