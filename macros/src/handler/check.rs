//! Checks the signature of a handler, and selects the checks for rustc.

use quote::{ToTokens, quote};
use syn::{Attribute, FnArg, Generics, PatType, ReturnType, Safety, Signature, Type};

use crate::{
    diagnostics::{Diagnostics, handler as message},
    handler::{
        model::{ArgumentCheck, CompilerChecks, FunctionCheck, Known},
        parse::{Function, Options},
        type_names::{
            has_impl, last_segment, may_be_generic, only_argument, starts_in_first_column,
        },
    },
    syntax::readable,
};

/// The maximum number of arguments.
const MAX_PARAMETERS: usize = 16;

/// Reports errors in the signature and returns the checks for rustc.
pub(super) fn check<'a>(
    function: &'a Function,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> CompilerChecks<'a> {
    let Function { attrs, sig, .. } = function;
    check_qualifiers(sig, diagnostics);

    let inputs: Vec<&PatType> = sig.inputs.iter().filter_map(typed).collect();
    if let Some(extra) = sig.inputs.iter().nth(MAX_PARAMETERS) {
        let at = typed(extra).map_or(extra.to_token_stream(), |extra| extra.ty.to_token_stream());
        diagnostics.report(at, message::TOO_MANY);
    }
    for input in &inputs {
        if let Type::Reference(reference) = &*input.ty {
            let owned = match &*reference.elem {
                Type::Path(path) if path.path.is_ident("str") => Some("String".to_owned()),
                Type::Path(path) => Some(readable(path)),
                _ => None,
            };
            diagnostics.report(&input.ty, message::reference(owned));
        }
    }
    // Nothing is reported from here on: rustc judges the rest.

    let is_conditional = inputs
        .iter()
        .any(|input| input.attrs.iter().any(is_condition));
    let state = options
        .state
        .clone()
        .or_else(|| state_of(&inputs, &sig.generics));
    let output = match &sig.output {
        ReturnType::Type(_, ty) if sig.asyncness.is_some() => Some(&**ty),
        _ => None,
    };
    let can_be_named = |ty: &Type| !may_be_generic(ty.to_token_stream(), &sig.generics);
    CompilerChecks {
        cfgs: attrs.iter().filter(|attr| is_condition(attr)).collect(),
        name: &sig.ident,
        generics: &sig.generics,
        arguments: if is_conditional {
            Vec::new()
        } else {
            arguments(&inputs, sig, options)
        },
        output: output.filter(|ty| !matches!(ty, Type::Never(_)) && can_be_named(ty)),
        function_check: (!diagnostics.any() && !is_conditional)
            .then(|| function_check(&inputs, sig))
            .flatten(),
        state: state.unwrap_or_else(|| Type::Verbatim(quote!(()))),
    }
}

fn check_qualifiers(sig: &Signature, diagnostics: &mut Diagnostics) {
    if sig.asyncness.is_none() {
        diagnostics.report(sig.fn_token, message::not_async(&sig.ident));
    }
    if matches!(sig.safety, Safety::Unsafe(_)) {
        diagnostics.report(&sig.safety, message::UNSAFE);
    }
}

fn arguments<'a>(
    inputs: &[&'a PatType],
    sig: &Signature,
    options: &Options,
) -> Vec<ArgumentCheck<'a>> {
    let last = inputs.len().saturating_sub(1);
    // A handler with a `Next` was meant to be a middleware. An early request is not a second
    // mistake.
    let is_next = |ty: &Type| last_segment(ty).is_some_and(|segment| segment.ident == "Next");
    let has_next = inputs.iter().any(|input| is_next(&input.ty));
    let inputs = inputs
        .iter()
        .enumerate()
        .map(|(at, input)| (at, &*input.ty));
    inputs
        .filter(|(_, ty)| !has_next || is_next(ty))
        .filter(|(_, ty)| !matches!(ty, Type::Reference(_)) && !has_impl(ty.to_token_stream()))
        .map(|(at, ty)| ArgumentCheck {
            ty,
            is_last: at == last,
            known: known(ty, sig, options),
        })
        .collect()
}

/// Returns what is known about the type of an argument.
fn known(ty: &Type, sig: &Signature, options: &Options) -> Known {
    if may_be_generic(ty.to_token_stream(), &sig.generics) {
        Known::Generic
    } else if let Some(state) = &options.state {
        if may_be_generic(state.to_token_stream(), &sig.generics) {
            Known::Generic
        } else {
            Known::ForState
        }
    } else {
        Known::ByType
    }
}

/// Returns the check of the function, if it is a free function without generic parameters.
fn function_check<'a>(inputs: &[&'a PatType], sig: &'a Signature) -> Option<FunctionCheck<'a>> {
    let is_plain = sig.generics.params.is_empty()
        && inputs.len() == sig.inputs.len()
        && starts_in_first_column();
    let types: Vec<&Type> = inputs.iter().map(|input| &*input.ty).collect();
    let mut tokens = types.iter().map(quote::ToTokens::to_token_stream);
    let can_be_named = is_plain && !tokens.any(|ty| may_be_generic(ty, &sig.generics));
    let opaque = match &sig.output {
        ReturnType::Type(_, ty) if has_impl(ty.to_token_stream()) => Some(&**ty),
        _ => None,
    };
    can_be_named.then_some(FunctionCheck { types, opaque })
}

/// Returns the `T` of `State<T>`, if all such arguments have the same.
fn state_of(inputs: &[&PatType], generics: &Generics) -> Option<Type> {
    let is_state = |ty: &&Type| last_segment(ty).is_some_and(|segment| segment.ident == "State");
    let mut states = inputs
        .iter()
        .map(|input| &*input.ty)
        .filter(is_state)
        .filter_map(only_argument);
    let state = states.next()?;
    let text = state.to_token_stream().to_string();
    let is_only = states.all(|other| other.to_token_stream().to_string() == text);
    (is_only && !may_be_generic(state.to_token_stream(), generics)).then(|| state.clone())
}

fn typed(input: &FnArg) -> Option<&PatType> {
    match input {
        FnArg::Receiver(_) => None,
        FnArg::Typed(parameter) => Some(parameter),
    }
}

fn is_condition(attr: &Attribute) -> bool {
    attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
}
