//! Generates a function in place of one whose signature has a mistake, so that `app!` does not report it, too.

use std::ptr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{FnArg, GenericArgument, PathArguments, ReturnType, Token, Type};

use crate::{
    handler::{
        model::CompilerChecks,
        parse::Function,
        type_names::{has_impl, last_segment},
    },
    paths::Runtime,
};

/// Returns an `async fn` that owns its arguments, or nothing if the function is one.
pub(super) fn stand_in(
    function: &Function,
    checks: &CompilerChecks<'_>,
    runtime: &Runtime,
) -> Option<TokenStream> {
    let Function {
        attrs,
        vis,
        sig,
        body,
    } = function;
    let mut tokens = body.clone().into_iter();
    let has_body = matches!(tokens.next(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
    if !has_body || tokens.next().is_some() {
        return None;
    }
    let mut sig = sig.clone();
    let is_async = sig.asyncness.is_some();
    sig.asyncness.get_or_insert_with(<Token![async]>::default);
    let inputs = function.sig.inputs.iter();
    sig.inputs = inputs
        .filter(|input| !is_reported(input, checks))
        .cloned()
        .collect();
    let mut is_mended = sig.inputs.len() != function.sig.inputs.len();
    for input in &mut sig.inputs {
        if let FnArg::Typed(input) = input
            && let Type::Reference(reference) = &*input.ty
        {
            let owned = reference.elem.clone();
            input.ty = owned;
            is_mended = true;
        }
    }
    let is_opaque = match &mut sig.output {
        ReturnType::Type(_, ty) if checks.output.is_some() && has_boxed_error(ty) => {
            **ty = Type::Verbatim(runtime.response());
            is_mended = true;
            false
        }
        ReturnType::Default => false,
        ReturnType::Type(_, ty) => has_impl(ty.to_token_stream()),
    };
    if is_mended && !is_opaque {
        // The body may rely on what is mended.
        return Some(
            quote!(#(#attrs)* #[allow(unused_variables, clippy::empty_loop)] #vis #sig { loop {} }),
        );
    }
    (!is_async).then(|| quote!(#(#attrs)* #vis #sig #body))
}

/// Returns whether an argument is reported for its type: a number, a `bool` or a `char`, which no extractor is.
fn is_reported(input: &FnArg, checks: &CompilerChecks<'_>) -> bool {
    let FnArg::Typed(input) = input else {
        return false;
    };
    let is_plain = match &*input.ty {
        Type::Path(ty) => PLAIN.iter().any(|name| ty.path.is_ident(name)),
        _ => false,
    };
    let mut checked = checks.arguments.iter();
    is_plain && checked.any(|checked| ptr::eq(checked.ty, input.ty.as_ref()))
}

const PLAIN: [&str; 16] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// Returns whether a type is a `Result<_, Box<dyn Error>>`, which no response is.
fn has_boxed_error(ty: &Type) -> bool {
    let result = arguments(ty, "Result");
    let error = match result.as_deref() {
        Some([_, error]) => arguments(error, "Box"),
        _ => None,
    };
    matches!(error.as_deref(), Some([Type::TraitObject(_)]))
}

/// Returns the type arguments of a type with this name.
fn arguments(ty: &Type, name: &str) -> Option<Vec<Type>> {
    let segment = last_segment(ty).filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    let types = arguments.args.iter().map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    types.collect()
}
