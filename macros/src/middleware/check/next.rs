//! Reads the provided types from the type of `Next`.

use syn::{AngleBracketedGenericArguments, GenericArgument, PatType, PathArguments, Type};

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
            let Some(types) = types(&arguments) else {
                diagnostics.report(arguments, message::NEXT_ARGUMENTS);
                return None;
            };
            let text = types.iter().map(readable).collect::<Vec<_>>().join(", ");
            if let [Type::Tuple(tuple)] = types.as_slice() {
                check_lifetime(&arguments, &text, diagnostics);
                tuple.elems.iter().cloned().collect()
            } else if types.len() > 1 {
                diagnostics.report(arguments, message::several_types(&text));
                types
            } else {
                check_lifetime(&arguments, &text, diagnostics);
                types
            }
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
    let provides = provides.into_iter();
    let provides = provides
        .filter_map(|ty| check_provided(ty, diagnostics))
        .collect();
    Some(NextParameter {
        attrs,
        pat: *pat,
        path,
        provides,
    })
}

/// Returns the types among the arguments of `Next`, or `None` if there is anything else than types
/// and lifetimes.
fn types(arguments: &AngleBracketedGenericArguments) -> Option<Vec<Type>> {
    let mut types = Vec::new();
    for argument in &arguments.args {
        match argument {
            GenericArgument::Type(ty) => types.push(ty.clone()),
            GenericArgument::Lifetime(_) => {}
            _ => return None,
        }
    }
    Some(types)
}

fn check_lifetime(
    arguments: &AngleBracketedGenericArguments,
    types: &str,
    diagnostics: &mut Diagnostics,
) {
    let is_lifetime =
        |argument: &&GenericArgument| matches!(argument, GenericArgument::Lifetime(_));
    if let Some(lifetime) = arguments.args.iter().find(is_lifetime) {
        diagnostics.report(lifetime, message::next_lifetime(&readable(lifetime), types));
    }
}
