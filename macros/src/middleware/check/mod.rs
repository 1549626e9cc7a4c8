//! Checks the signature of a middleware and gives each parameter its role.

mod next;
mod parameter;
mod position;
mod type_names;

use syn::{Attribute, FnArg, ReturnType, Signature};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{
        check::{next::check_next, parameter::classify, position::split},
        definition::Definition,
        parse::Function,
    },
    syntax::readable,
};

/// The maximum number of parameters before the request.
const MAX_PARAMETERS: usize = 16;

/// Checks a function and returns its definition, which is complete unless an error was reported.
pub(super) fn check(function: Function, diagnostics: &mut Diagnostics) -> Definition {
    let Function {
        attrs,
        vis,
        sig,
        body,
    } = function;
    let expected = expected(&sig);
    check_qualifiers(&sig, &expected, diagnostics);

    let mut inputs = Vec::new();
    for input in sig.inputs {
        match input {
            FnArg::Receiver(receiver) => {
                diagnostics.report(receiver, message::receiver(&expected));
            }
            FnArg::Typed(parameter) => inputs.push(parameter),
        }
    }
    let (request, next) = split(&mut inputs, &sig.ident, &expected, diagnostics);
    if let Some(extra) = inputs.get(MAX_PARAMETERS) {
        diagnostics.report(&extra.ty, message::TOO_MANY);
    }
    let parameters = inputs
        .into_iter()
        .filter_map(|parameter| classify(parameter, diagnostics))
        .collect();
    let next = next.and_then(|next| check_next(next, diagnostics));

    let (item_attrs, function_attrs) = attrs.into_iter().partition(belongs_to_item);
    Definition {
        item_attrs,
        function_attrs,
        vis,
        name: sig.ident,
        generics: sig.generics,
        parameters,
        request,
        next,
        output: sig.output,
        body: body.into(),
    }
}

/// Returns the expected signature, with the user's name and return type.
fn expected(sig: &Signature) -> String {
    let output = match &sig.output {
        ReturnType::Default => "Response".to_owned(),
        ReturnType::Type(_, ty) => readable(ty),
    };
    format!(
        "async fn {}(req: Request, next: Next) -> {output}",
        sig.ident
    )
}

fn check_qualifiers(sig: &Signature, expected: &str, diagnostics: &mut Diagnostics) {
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

/// Returns whether an attribute of the function moves to the generated items.
fn belongs_to_item(attr: &Attribute) -> bool {
    ["doc", "cfg", "deprecated"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}
