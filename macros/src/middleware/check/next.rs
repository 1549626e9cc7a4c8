//! Reads the provided types from the type of `Next`.

use syn::{GenericArgument, PatType, PathArguments, Type};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{
        check::{references::check_provided, type_names::ungroup},
        definition::NextParameter,
    },
    syntax::readable,
};

/// Reads `Next`, `Next<T>` or `Next<(T, U)>`.
pub(super) fn check_next(next: PatType, diagnostics: &mut Diagnostics) -> Option<NextParameter> {
    let PatType { attrs, pat, ty, .. } = next;
    let Type::Path(mut path) = ungroup(&ty).clone() else {
        diagnostics.report(ty, message::NEXT_ARGUMENTS);
        return None;
    };
    let last = path.path.segments.last_mut()?;
    let provides = match std::mem::take(&mut last.arguments) {
        PathArguments::None => Vec::new(),
        PathArguments::AngleBracketed(arguments) => {
            let lifetime = arguments.args.iter().find(|argument| is_lifetime(argument));
            let mut types = arguments
                .args
                .iter()
                .filter(|argument| !is_lifetime(argument));
            let provides = match (types.next(), types.next()) {
                (None, _) => Vec::new(),
                (Some(GenericArgument::Type(Type::Tuple(types))), None) => {
                    types.elems.iter().cloned().collect()
                }
                (Some(GenericArgument::Type(ty)), None) => vec![ty.clone()],
                _ => {
                    diagnostics.report(arguments, message::NEXT_ARGUMENTS);
                    return None;
                }
            };
            if let Some(lifetime) = lifetime {
                let rest = arguments
                    .args
                    .iter()
                    .filter(|argument| !is_lifetime(argument));
                let rest = rest.map(readable).collect::<Vec<_>>().join(", ");
                diagnostics.report(lifetime, message::next_lifetime(&readable(lifetime), &rest));
            }
            provides
        }
        PathArguments::Parenthesized(arguments) => {
            diagnostics.report(arguments, message::NEXT_ARGUMENTS);
            return None;
        }
    };
    for (at, ty) in provides.iter().enumerate() {
        if provides[..at]
            .iter()
            .any(|other| readable(other) == readable(ty))
        {
            diagnostics.report(ty, message::duplicate_provided_type(readable(ty)));
        }
    }
    let mut is_borrowed = false;
    for ty in &provides {
        is_borrowed |= check_provided(ty, diagnostics);
    }
    if is_borrowed {
        return None;
    }
    Some(NextParameter {
        attrs,
        pat: *pat,
        path,
        provides,
    })
}

fn is_lifetime(argument: &GenericArgument) -> bool {
    matches!(argument, GenericArgument::Lifetime(_))
}
