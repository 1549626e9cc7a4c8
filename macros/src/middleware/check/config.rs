//! Checks the type of a `#[config]` parameter.

use quote::quote;
use syn::{
    GenericArgument, Generics, Ident, PathArguments, PathSegment, Type, TypeParamBound,
    TypeReference, TypeTraitObject, WherePredicate,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{
        check::{
            references::check_config,
            type_names::{is_any, ungroup},
        },
        definition::Stored,
    },
    syntax::{readable, source_text},
};

/// Returns the representation of a config type, or reports a type that is not supported.
pub(super) fn stored(
    ty: &Type,
    generics: &Generics,
    diagnostics: &mut Diagnostics,
) -> Option<Stored> {
    let Type::Reference(reference) = ungroup(ty) else {
        diagnostics.report(ty, message::config_not_reference(readable(ty)));
        // The intended type is clear, so expansion continues with it.
        return Some(Stored::Value(ty.clone()));
    };
    let TypeReference {
        lifetime,
        mutability,
        elem,
        ..
    } = reference;
    if mutability.is_some() {
        diagnostics.report(ty, message::CONFIG_MUTABLE);
        return Some(Stored::Value((**elem).clone()));
    }
    if matches!(**elem, Type::ImplTrait(_)) {
        diagnostics.report(elem, message::IMPL_TRAIT);
        return None;
    }
    if lifetime.as_ref().is_some_and(|name| name.ident == "static") {
        return Some(Stored::Static(ty.clone()));
    }
    if check_config(elem, diagnostics) {
        return Some(Stored::Nothing(quote!(impl ::core::marker::Sized)));
    }
    if let Some(ty) = unshared(elem) {
        diagnostics.report(ty, message::not_shared(readable(ty)));
        return Some(Stored::Value((**elem).clone()));
    }
    if let Some(object) = unshared_object(elem) {
        let bounds = with_missing(&source_text(&object.bounds), &["Send", "Sync"]);
        diagnostics.report(object, message::config_object(bounds));
        return Some(Stored::Value((**elem).clone()));
    }
    Some(match ungroup(elem) {
        Type::Path(path) if path.path.is_ident("str") => Stored::Str,
        Type::Slice(slice) => Stored::Slice((*slice.elem).clone()),
        Type::TraitObject(object) => {
            let bounds = source_text(&object.bounds);
            diagnostics.report(
                elem,
                message::config_dyn(with_missing(&bounds, &["Send", "Sync"])),
            );
            let bounds = &object.bounds;
            Stored::Nothing(quote!(impl #bounds))
        }
        Type::Path(path) => {
            if let Some(name) = path.path.get_ident() {
                check_shared(name, generics, diagnostics);
            }
            Stored::Value((**elem).clone())
        }
        _ => Stored::Value((**elem).clone()),
    })
}

/// Returns a type that is not `Sync`, whatever is imported: a raw pointer, or a type of the standard
/// library with its path.
fn unshared(ty: &Type) -> Option<&Type> {
    match ungroup(ty) {
        Type::Ptr(_) => Some(ty),
        Type::Path(path) => {
            let segments = &path.path.segments;
            let last = segments.last()?;
            let names: Vec<String> = segments.iter().map(|it| it.ident.to_string()).collect();
            let names: Vec<&str> = names.iter().map(|name| &**name).collect();
            match names.as_slice() {
                [
                    "std" | "core",
                    "cell",
                    "Cell" | "LazyCell" | "OnceCell" | "RefCell" | "UnsafeCell",
                ]
                | ["std" | "alloc", "rc", "Rc" | "Weak"] => return Some(ty),
                [.., "Arc" | "Box" | "Option" | "Vec"] => {}
                _ => return None,
            }
            let PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return None;
            };
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => unshared(ty),
                _ => None,
            })
        }
        _ => None,
    }
}

/// Reports a type parameter that cannot be shared by all requests.
fn check_shared(name: &Ident, generics: &Generics, diagnostics: &mut Diagnostics) {
    let Some(parameter) = generics.type_params().find(|found| found.ident == *name) else {
        return;
    };
    let mut bounds = parameter.bounds.clone();
    let clause = generics.where_clause.iter();
    for predicate in clause.flat_map(|clause| &clause.predicates) {
        if let WherePredicate::Type(predicate) = predicate
            && is_parameter(&predicate.bounded_ty, name)
        {
            bounds.extend(predicate.bounds.iter().cloned());
        }
    }
    // Any other trait may imply `Send` and `Sync`.
    if !bounds.iter().all(implies_nothing) {
        return;
    }
    let wanted = with_missing(&source_text(&bounds), &["Send", "Sync", "'static"]);
    let text = message::config_parameter(name, wanted);
    diagnostics.report(&parameter.ident, text);
}

fn is_parameter(ty: &Type, name: &Ident) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident(name))
}

/// Returns the `dyn Trait` in a pointer if it is neither `Send` nor `Sync`.
fn unshared_object(ty: &Type) -> Option<&TypeTraitObject> {
    let Type::Path(path) = ungroup(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    if !is_any(&last.ident, &["Arc", "Box"]) {
        return None;
    }
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(Type::TraitObject(object)) => {
            object.bounds.iter().all(implies_nothing).then_some(object)
        }
        _ => None,
    })
}

/// The traits of the prelude that a config may have. None implies `Send` or `Sync`.
const PRELUDE: [&str; 11] = [
    "AsRef",
    "Clone",
    "Copy",
    "Default",
    "Eq",
    "Into",
    "IntoIterator",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "ToString",
];

/// Returns whether a bound implies neither `Send` nor `Sync`: a lifetime, `?Sized`, a function, or a
/// trait of the prelude.
fn implies_nothing(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => {
            let segments = &bound.path.segments;
            let is_known = |last: &PathSegment| {
                matches!(last.arguments, PathArguments::Parenthesized(_))
                    || segments.len() == 1 && is_any(&last.ident, &PRELUDE)
            };
            bound.maybe.is_some() || segments.last().is_some_and(is_known)
        }
        TypeParamBound::Lifetime(_) => true,
        _ => false,
    }
}

/// Returns the text of the bounds with these, unless they are there.
fn with_missing(written: &str, bounds: &[&str]) -> String {
    let mut all: Vec<&str> = written
        .split(" + ")
        .filter(|bound| !bound.is_empty())
        .collect();
    for bound in bounds {
        if !all.contains(bound) {
            all.push(bound);
        }
    }
    all.join(" + ")
}
