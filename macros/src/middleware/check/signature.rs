//! Checks what surrounds the parameters: attributes, qualifiers, and the return type.

use proc_macro2::{Ident, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, Error, GenericArgument, Generics, PatType, Path, PathArguments, ReturnType,
    Signature, Type,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{check::type_names::ungroup, parse::Function},
    syntax::{contains, readable},
};

/// The attributes that expand a whole function on their own, with the modules they may be named in.
const MACROS: [(&str, &str); 4] = [
    ("middleware", "concentric"),
    ("handler", "concentric"),
    ("debug_handler", "axum"),
    ("debug_middleware", "axum"),
];

/// Returns the expected signature, with the user's name and return type.
pub(super) fn expected(sig: &Signature) -> String {
    let output = match &sig.output {
        ReturnType::Type(_, ty) if !is_unit(ty) => readable(ty),
        _ => "Response".to_owned(),
    };
    format!(
        "async fn {}(req: Request, next: Next) -> {output}",
        sig.ident
    )
}

/// Reports an attribute that expands the function once more, and removes it.
pub(super) fn check_attributes(attrs: &mut Vec<Attribute>, diagnostics: &mut Diagnostics) {
    attrs.retain(|attr| {
        let name = MACROS
            .iter()
            .find(|(name, module)| is_in(attr.path(), name, module));
        match name {
            Some(("middleware", _)) => diagnostics.report(attr.path(), message::DUPLICATE),
            Some((name, _)) => diagnostics.report(attr.path(), message::other_macro(name)),
            None => {}
        }
        name.is_none()
    });
}

/// Returns whether a path is `name` or `module::name`.
fn is_in(path: &Path, name: &str, module: &str) -> bool {
    let segments: Vec<&Ident> = path.segments.iter().map(|segment| &segment.ident).collect();
    match segments.as_slice() {
        [last] => *last == name,
        [first, last] => *first == module && *last == name,
        _ => false,
    }
}

pub(super) fn check_qualifiers(sig: &Signature, expected: &str, diagnostics: &mut Diagnostics) {
    if sig.asyncness.is_none() {
        diagnostics.report(sig.fn_token, message::not_async(expected));
    }
    if let Some(constness) = &sig.constness {
        diagnostics.report(constness, message::qualifier("const"));
    }
    if !matches!(sig.safety, syn::Safety::Default) {
        diagnostics.report(&sig.safety, message::qualifier("unsafe"));
    }
    if let Some(abi) = &sig.abi {
        diagnostics.report(abi, message::qualifier("extern"));
    }
    if let Some(variadic) = &sig.variadic {
        diagnostics.report(variadic, message::qualifier("..."));
    }
}

/// Reports a function of an `impl` block without `self`, as far as its tokens show it.
pub(super) fn check_place(
    sig: &Signature,
    body: &TokenTree,
    expected: &str,
    diagnostics: &mut Diagnostics,
) {
    if sig.receiver().is_none() && names_self(sig, body) {
        diagnostics.report(&sig.ident, message::in_impl(expected));
    }
}

/// Returns whether a function without `self` can only be in an `impl` block.
pub(in crate::middleware) fn is_in_impl(function: &Function) -> bool {
    function.sig.receiver().is_none() && names_self(&function.sig, &function.body)
}

/// Returns whether a function names the `Self` of an `impl` block around it.
fn names_self(sig: &Signature, body: &TokenTree) -> bool {
    if contains(&sig.to_token_stream(), "Self") {
        return true;
    }
    let body = body.to_token_stream();
    // Few bodies name it, so most are searched once.
    contains(&body, "Self")
        && !["enum", "impl", "macro_rules", "struct", "trait", "union"]
            .iter()
            .any(|word| contains(&body, word))
}

/// Reports a missing return type, for which every response would be an empty 200.
///
/// A function with another mistake in its signature has none yet, so it is not reported there.
pub(super) fn check_output(sig: &Signature, expected: &str, diagnostics: &mut Diagnostics) {
    if diagnostics.any() {
        return;
    }
    let text = message::no_response(expected);
    match &sig.output {
        ReturnType::Default => diagnostics.push(Error::new(sig.paren_token.span.close(), text)),
        ReturnType::Type(_, ty) if is_unit(ty) => diagnostics.report(ty, text),
        ReturnType::Type(_, ty) => {
            if let Some(unit) = unit_of_result(ty) {
                diagnostics.report(unit, message::UNIT_RESULT);
            }
        }
    }
}

fn is_unit(ty: &Type) -> bool {
    matches!(ungroup(ty), Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// Returns the `()` of `Result<(), E>`, for which every success would be an empty 200.
fn unit_of_result(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungroup(ty) else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Result")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(ty)) if is_unit(ty) => Some(ty),
        _ => None,
    }
}

/// Reports the type parameter of axum 0.6 for the body of the request.
pub(super) fn check_body_parameter(
    request: &PatType,
    generics: &Generics,
    expected: &str,
    diagnostics: &mut Diagnostics,
) {
    let Some(body) = last_argument(&request.ty) else {
        return;
    };
    if let Some(parameter) = generics.type_params().find(|found| found.ident == *body) {
        diagnostics.report(&parameter.ident, message::body_parameter(body, expected));
    }
}

/// Returns the last type argument of a path if it is one name.
fn last_argument(ty: &Type) -> Option<&Ident> {
    let Type::Path(path) = ungroup(ty) else {
        return None;
    };
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else {
        return None;
    };
    match arguments.args.last() {
        Some(GenericArgument::Type(Type::Path(path))) => path.path.get_ident(),
        _ => None,
    }
}
