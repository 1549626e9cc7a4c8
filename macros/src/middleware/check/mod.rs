//! Checks the signature of a middleware and gives each parameter its role.

mod body;
mod config;
mod next;
mod parameter;
mod position;
mod references;
mod rules;
mod signature;
mod type_names;

use syn::{Attribute, FnArg};

pub(super) use self::{body::check_body, rules::check_rules, signature::is_in_impl};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{
        check::{
            next::check_next,
            parameter::{check_config_names, classify},
            position::split,
            signature::{
                check_attributes, check_body_parameter, check_output, check_place,
                check_qualifiers, expected,
            },
        },
        definition::Definition,
        parse::Function,
    },
};

/// The maximum number of parameters before the request.
const MAX_PARAMETERS: usize = 16;

/// Checks a function and returns its definition, which is complete unless an error was reported.
pub(super) fn check(function: Function, diagnostics: &mut Diagnostics) -> Definition {
    let Function {
        mut attrs,
        vis,
        mut sig,
        body,
    } = function;
    let expected = expected(&sig);
    check_attributes(&mut attrs, diagnostics);
    check_qualifiers(&sig, &expected, diagnostics);
    check_place(&sig, &body, &expected, diagnostics);

    let mut inputs = Vec::new();
    for input in std::mem::take(&mut sig.inputs) {
        match input {
            FnArg::Receiver(receiver) => {
                diagnostics.report(receiver, message::receiver(&expected));
            }
            FnArg::Typed(parameter) => inputs.push(parameter),
        }
    }
    let (request, next) = split(&mut inputs, &sig, &expected, diagnostics);
    if let Some(extra) = inputs.get(MAX_PARAMETERS) {
        diagnostics.report(&extra.ty, message::TOO_MANY);
    }
    if let Some(request) = &request {
        check_body_parameter(request, &sig.generics, &expected, diagnostics);
    }
    let mut parameters: Vec<_> = inputs
        .into_iter()
        .filter_map(|parameter| classify(parameter, &sig.generics, diagnostics))
        .collect();
    check_config_names(&mut parameters, diagnostics);
    let next = next.and_then(|next| check_next(next, diagnostics));

    check_output(&sig, &expected, diagnostics);

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

/// Returns whether an attribute of the function moves to the generated items.
fn belongs_to_item(attr: &Attribute) -> bool {
    ["doc", "cfg", "deprecated"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}
