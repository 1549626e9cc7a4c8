//! Checks what routes lead to, by its syntax.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Expr, ExprPath, FnArg, Pat, Signature, ext::IdentExt};

use crate::{
    app::ast::{Item, ItemKind},
    diagnostics::{Diagnostics, app as message},
    syntax::{contains, source_text},
};

/// Reports handlers with a middleware in another place than a list.
pub(in crate::app) fn check_targets(
    items: &mut [Item],
    sig: &Signature,
    diagnostics: &mut Diagnostics,
) {
    for item in items {
        match &mut item.kind {
            ItemKind::Route { handler, .. } | ItemKind::Fallback { handler } => {
                if let Some(error) = find_error(handler, sig) {
                    diagnostics.push(error);
                    item.is_checked = false;
                }
            }
            ItemKind::Scope { items, .. } => check_targets(items, sig, diagnostics),
            _ => {}
        }
    }
}

fn find_error(handler: &Expr, sig: &Signature) -> Option<syn::Error> {
    let is_function = |value: &Expr| is_function(value, sig);
    match handler {
        // `[auth, index]`
        Expr::Array(array) if array.elems.len() > 1 && array.elems.iter().all(is_function) => {
            let all: Vec<String> = array.elems.iter().map(source_text).collect();
            let (handler, entries) = all.split_last()?;
            let message = message::handler_list(handler, &entries.join(", "));
            Some(syn::Error::new_spanned(array, message))
        }
        // `index [auth]`
        Expr::Index(index) if is_function(&index.expr) && is_function(&index.index) => {
            let (handler, entry) = (source_text(&index.expr), source_text(&index.index));
            let message = message::index_on_handler(&handler, &entry);
            Some(syn::Error::new(index.bracket_token.span.open(), message))
        }
        // `index.layer(auth)`. An `axum::handler::Handler` has this method, which takes a tower layer.
        Expr::MethodCall(call)
            if call.method == "layer"
                && call.args.len() == 1
                && is_handler(&call.receiver, sig) =>
        {
            let entry = call.args.first().filter(|entry| is_function(entry))?;
            let (handler, entry) = (source_text(&call.receiver), source_text(entry));
            let message = message::layer_on_handler(&handler, &entry);
            Some(syn::Error::new(call.method.span(), message))
        }
        // `index(State(state))`
        Expr::Call(call) if is_function(&call.func) && call.args.iter().any(is_extractor) => {
            let message = message::call_with_extractors(&source_text(&call.func));
            Some(syn::Error::new_spanned(&call.args, message))
        }
        // `|id| async { .. }`, where the type of `id` follows from nothing.
        Expr::Closure(closure) => {
            let parameter = closure.inputs.iter().find(|input| match input {
                Pat::Wild(_) => true,
                Pat::Ident(pattern) => {
                    !contains(&closure.body.to_token_stream(), &pattern.ident.to_string())
                }
                _ => false,
            })?;
            let message = message::untyped_parameter(&source_text(parameter));
            Some(syn::Error::new_spanned(parameter, message))
        }
        _ => None,
    }
}

/// Returns whether a value is a function or a closure, perhaps with layers.
fn is_handler(value: &Expr, sig: &Signature) -> bool {
    match value {
        Expr::Closure(_) => true,
        Expr::Paren(inner) => is_handler(&inner.expr, sig),
        Expr::MethodCall(call) => call.method == "layer" && is_handler(&call.receiver, sig),
        other => is_function(other, sig),
    }
}

/// Returns whether a value is one of axum's extractors.
fn is_extractor(value: &Expr) -> bool {
    let Expr::Call(call) = value else {
        return false;
    };
    let last = match &*call.func {
        Expr::Path(path) => path.path.segments.last(),
        _ => None,
    };
    last.is_some_and(|last| EXTRACTORS.iter().any(|name| last.ident == name))
}

/// A function that is called when the application is made has no use for these.
const EXTRACTORS: [&str; 5] = ["Form", "Path", "Provided", "Query", "State"];

/// Returns whether a value is the path of a function: it is not a constant, nor a parameter of the application.
fn is_function(value: &Expr, sig: &Signature) -> bool {
    let Expr::Path(ExprPath { path, .. }) = value else {
        return false;
    };
    let last = path.segments.last();
    let begins_lower = last.is_some_and(|last| {
        let name = last.ident.unraw().to_string();
        name.starts_with(char::is_lowercase)
    });
    begins_lower && !path.get_ident().is_some_and(|name| is_parameter(name, sig))
}

fn is_parameter(name: &Ident, sig: &Signature) -> bool {
    sig.inputs.iter().any(|input| match input {
        FnArg::Typed(typed) => match &*typed.pat {
            Pat::Ident(pattern) => pattern.ident == *name,
            // A pattern can have any names.
            _ => true,
        },
        FnArg::Receiver(_) => false,
    })
}
