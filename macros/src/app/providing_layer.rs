//! `provides::<T>(layer)` as an entry of a list.
//!
//! The function has two type parameters: the tuple of the provided types, and the layer. A call with
//! type arguments must name both, so the macro writes them as `Next<T>` is written in a middleware:
//! `provides::<(T,), _>(layer)`.

use syn::{AngleBracketedGenericArguments, Expr, ExprCall, GenericArgument, PathArguments, Type};

/// Returns the layer in `provides::<T>(layer)`.
pub(super) fn layer_of(call: &ExprCall) -> Option<&Expr> {
    type_arguments(&call.func)?;
    match call.args.len() {
        1 => call.args.first(),
        _ => None,
    }
}

/// Returns the entry with both type arguments of `provides`.
pub(super) fn with_type_arguments(value: &Expr) -> Expr {
    let mut value = value.clone();
    let mut inner = &mut value;
    loop {
        inner = match inner {
            Expr::Group(group) => &mut group.expr,
            Expr::Paren(paren) => &mut paren.expr,
            _ => break,
        }
    }
    if let Expr::Call(call) = inner
        && layer_of(call).is_some()
    {
        complete(&mut call.func);
    }
    value
}

/// Returns the type arguments of a path that ends with `provides::<T>`.
fn type_arguments(function: &Expr) -> Option<&AngleBracketedGenericArguments> {
    let Expr::Path(path) = function else {
        return None;
    };
    let last = path.path.segments.last()?;
    match &last.arguments {
        PathArguments::AngleBracketed(arguments) if last.ident == "provides" => Some(arguments),
        _ => None,
    }
}

fn complete(function: &mut Expr) {
    let Expr::Path(path) = function else { return };
    let Some(last) = path.path.segments.last_mut() else {
        return;
    };
    let PathArguments::AngleBracketed(arguments) = &mut last.arguments else {
        return;
    };
    let mut types = arguments.args.iter_mut();
    if let (Some(GenericArgument::Type(ty)), rest) = (types.next(), types.next()) {
        let is_only = rest.is_none();
        if !matches!(ty, Type::Tuple(_)) {
            *ty = syn::parse_quote!((#ty,));
        }
        if is_only {
            arguments.args.push(syn::parse_quote!(_));
        }
    }
}
