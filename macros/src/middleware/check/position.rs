//! Finds the request and `Next` among the parameters.

use syn::{Generics, PatType, Signature, Type};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::check::{
        parameter::{is_config, is_config_attr},
        type_names::{is_named, may_be_alias},
    },
    syntax::readable,
};

/// Removes the request and `Next` from the end of the parameters, or reports their absence.
pub(super) fn split(
    inputs: &mut Vec<PatType>,
    sig: &Signature,
    expected: &str,
    diagnostics: &mut Diagnostics,
) -> (Option<PatType>, Option<PatType>) {
    remove_extra_next(inputs, expected, diagnostics);
    let next = match inputs.iter().position(|input| is_named(&input.ty, "Next")) {
        Some(at) if at + 1 == inputs.len() => inputs.pop(),
        Some(at) => {
            let next = inputs.remove(at);
            diagnostics.report(&next.ty, message::next_not_last(expected));
            Some(next)
        }
        // The type may be an import under another name, which only rustc can resolve.
        None if inputs.len() > 1
            && inputs.last().is_some_and(|last| {
                may_be_alias(&last.ty) && !is_parameter(&last.ty, &sig.generics)
            }) =>
        {
            inputs.pop()
        }
        None => {
            match inputs.last() {
                Some(last) if stands_for_next(inputs) => {
                    let text = message::not_next(&readable(&last.ty), expected);
                    diagnostics.report(&last.ty, text);
                    inputs.pop();
                }
                Some(last) => diagnostics.report(last, message::no_next(expected)),
                None => diagnostics.report(&sig.ident, message::no_next(expected)),
            }
            let last_is_request = inputs
                .last()
                .is_some_and(|last| is_named(&last.ty, "Request"));
            // One mistake, one error: without `Next`, the request is not reported.
            return (last_is_request.then(|| inputs.pop()).flatten(), None);
        }
    };
    let request = match inputs
        .iter()
        .position(|input| is_named(&input.ty, "Request"))
    {
        Some(at) if at + 1 == inputs.len() => inputs.pop(),
        Some(at) => {
            let request = inputs.remove(at);
            diagnostics.report(&request.ty, message::request_too_early(expected));
            Some(request)
        }
        None => match inputs.last() {
            Some(last) if may_be_alias(&last.ty) && !is_config(last) => inputs.pop(),
            Some(last) if is_referenced(&last.ty, "Request") => {
                diagnostics.report(&last.ty, message::no_request(expected));
                inputs.pop()
            }
            Some(last) => {
                diagnostics.report(last, message::no_request(expected));
                None
            }
            None => {
                diagnostics.report(&next, message::no_request(expected));
                None
            }
        },
    };
    for misplaced in [&request, &next].into_iter().flatten() {
        if let Some(config) = misplaced.attrs.iter().find(|attr| is_config_attr(attr)) {
            diagnostics.report(config, message::CONFIG_MISPLACED);
        }
    }
    (request, next)
}

/// Reports each `Next` but one, and removes it.
fn remove_extra_next(inputs: &mut Vec<PatType>, expected: &str, diagnostics: &mut Diagnostics) {
    let mut seen = false;
    inputs.retain(|input| {
        let is_extra = is_named(&input.ty, "Next") && std::mem::replace(&mut seen, true);
        if is_extra {
            diagnostics.report(&input.ty, message::extra_next(expected));
        }
        !is_extra
    });
}

/// Returns whether the last parameter, which is no `Next`, stands where the `Next` belongs.
fn stands_for_next(inputs: &[PatType]) -> bool {
    let [.., before, last] = inputs else {
        return inputs
            .last()
            .is_some_and(|last| is_referenced(&last.ty, "Next"));
    };
    is_named(&before.ty, "Request") && !is_config(last) || is_referenced(&last.ty, "Next")
}

fn is_referenced(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Reference(reference) if is_named(&reference.elem, name))
}

/// Returns whether a type is a type parameter of the function.
fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    let mut parameters = generics.type_params();
    parameters.any(|parameter| is_named(ty, &parameter.ident.to_string()))
}
