//! Checks the order rules of a middleware against each other.

use syn::{Ident, Type};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::parse::Options,
    syntax::readable,
};

/// Reports a rule that no list can satisfy. `name` is the middleware, if it has no type parameters.
pub(in crate::middleware) fn check_rules(
    name: Option<&Ident>,
    options: &Options,
    diagnostics: &mut Diagnostics,
) {
    let rules = [
        ("outside", &options.outside),
        ("inside", &options.inside),
        ("requires", &options.requires),
    ];
    for (rule, types) in rules {
        if let Some(ty) = types
            .iter()
            .find(|ty| name.is_some_and(|name| is_named(ty, name)))
        {
            diagnostics.report(ty, message::rule_on_itself(rule, readable(ty)));
        }
    }
    for (rule, types) in &rules[1..] {
        let outside = |ty: &&Type| {
            let mut others = options.outside.iter();
            others.any(|other| readable(other) == readable(*ty))
        };
        if let Some(ty) = types.iter().find(outside)
            && !name.is_some_and(|name| is_named(ty, name))
        {
            diagnostics.report(ty, message::contradicting_rules(rule, readable(ty)));
        }
    }
}

/// Returns whether a type is written `name` or `self::name`.
fn is_named(ty: &Type, name: &Ident) -> bool {
    let Type::Path(path) = ty else { return false };
    let segments: Vec<_> = path.path.segments.iter().collect();
    match segments.as_slice() {
        [last] => last.ident == *name && last.arguments.is_none(),
        [first, last] => first.ident == "self" && last.ident == *name && last.arguments.is_none(),
        _ => false,
    }
}
