//! Finds the request and `Next` among the parameters.

use syn::{Ident, PatType};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::check::{
        parameter::{is_config, is_config_attr},
        type_names::{is_named, may_be_alias},
    },
};

/// Removes the request and `Next` from the end of the parameters, or reports their absence.
pub(super) fn split(
    inputs: &mut Vec<PatType>,
    name: &Ident,
    expected: &str,
    diagnostics: &mut Diagnostics,
) -> (Option<PatType>, Option<PatType>) {
    let next = match inputs.iter().position(|input| is_named(&input.ty, "Next")) {
        Some(at) if at + 1 == inputs.len() => inputs.pop(),
        Some(at) => {
            let next = inputs.remove(at);
            diagnostics.report(&next.ty, message::next_not_last(expected));
            Some(next)
        }
        // The type may be an import under another name, which only rustc can resolve.
        None if inputs.len() > 1 && inputs.last().is_some_and(|last| may_be_alias(&last.ty)) => {
            inputs.pop()
        }
        None => {
            match inputs.last() {
                Some(last) => diagnostics.report(last, message::no_next(expected)),
                None => diagnostics.report(name, message::no_next(expected)),
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
