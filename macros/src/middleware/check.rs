//! What the function means, or what is wrong with it.

use quote::ToTokens;
use syn::{
    Attribute, FnArg, GenericArgument, Ident, PatType, PathArguments, PathSegment, ReturnType,
    Signature, Token, Type, TypePath, TypeReference, punctuated::Punctuated,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    middleware::{
        definition::{Config, Definition, NextParameter, Parameter, Stored},
        parse::Function,
    },
    syntax::readable,
};

/// How many parameters may come before the request.
const MOST: usize = 16;

/// The extractors of axum that take the body, and what others are known to be no `Next`.
const BODY_EXTRACTORS: [&str; 6] = ["Bytes", "Form", "Json", "Multipart", "RawForm", "String"];
const OTHERS: [&str; 14] = [
    "Body",
    "Extension",
    "HeaderMap",
    "Method",
    "MatchedPath",
    "Option",
    "OriginalUri",
    "Path",
    "Provided",
    "Query",
    "Response",
    "Result",
    "State",
    "Uri",
];

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
    if let Some(extra) = inputs.get(MOST) {
        diagnostics.report(&extra.ty, message::TOO_MANY);
    }
    let parameters = inputs
        .into_iter()
        .filter_map(|parameter| classify(parameter, diagnostics))
        .collect();
    let next = next.and_then(|next| check_next(next, diagnostics));

    let (item_attrs, function_attrs) = attrs.into_iter().partition(is_of_item);
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

/// The signature that was expected, with the name that the user gave.
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

/// Takes the request and the next off the end of the parameters.
fn split(
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
        // An import under another name: rustc knows better.
        None if inputs.len() > 1 && inputs.last().is_some_and(|last| may_be(&last.ty)) => {
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
            // One mistake, one error: without a next, nothing is said about the request.
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
            Some(last) if may_be(&last.ty) && !is_config(last) => inputs.pop(),
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

/// What a parameter before the request is.
fn classify(mut parameter: PatType, diagnostics: &mut Diagnostics) -> Option<Parameter> {
    if let Some(at) = parameter.attrs.iter().position(is_config_attr) {
        let config = parameter.attrs.remove(at);
        if !matches!(config.meta, syn::Meta::Path(_)) {
            diagnostics.report(&config.meta, message::CONFIG_OPTIONS);
        }
        let stored = stored(&parameter.ty, diagnostics)?;
        return Some(Parameter::Config(Box::new(Config { parameter, stored })));
    }
    for attr in &parameter.attrs {
        let name = attr.path().to_token_stream().to_string();
        if nearest(&name, &["config"]).is_some() {
            diagnostics.report(attr.path(), message::unknown_attribute(&name));
            return None;
        }
    }
    if matches!(*parameter.ty, Type::ImplTrait(_)) {
        diagnostics.report(&parameter.ty, message::IMPL_TRAIT);
        return None;
    }
    if let Some(name) = last_name(&parameter.ty).filter(|name| is_any(name, &BODY_EXTRACTORS)) {
        diagnostics.report(&parameter.ty, message::body_extractor(name));
        return None;
    }
    Some(if is_state(&parameter.ty) {
        Parameter::State(parameter)
    } else {
        Parameter::Extractor(parameter)
    })
}

fn stored(ty: &Type, diagnostics: &mut Diagnostics) -> Option<Stored> {
    let Type::Reference(reference) = peel(ty) else {
        diagnostics.report(ty, message::config_not_reference(readable(ty)));
        // What is meant is clear, and goes on.
        return Some(Stored::Value(ty.clone()));
    };
    let TypeReference {
        lifetime,
        mutability,
        elem,
        ..
    } = reference;
    if mutability.is_some() {
        diagnostics.report(ty, message::CONFIG_MUTABLE);
        return Some(Stored::Value((**elem).clone()));
    }
    if matches!(**elem, Type::ImplTrait(_)) {
        diagnostics.report(elem, message::IMPL_TRAIT);
        return None;
    }
    if lifetime.as_ref().is_some_and(|name| name.ident == "static") {
        return Some(Stored::Static(ty.clone()));
    }
    Some(match peel(elem) {
        Type::Path(path) if path.path.is_ident("str") => Stored::Str,
        Type::Slice(slice) => Stored::Slice((*slice.elem).clone()),
        _ => Stored::Value((**elem).clone()),
    })
}

/// Reads `Next`, `Next<T>` or `Next<(T, U)>`.
fn check_next(next: PatType, diagnostics: &mut Diagnostics) -> Option<NextParameter> {
    let PatType { attrs, pat, ty, .. } = next;
    let Type::Path(mut path) = peel(&ty).clone() else {
        diagnostics.report(ty, message::NEXT_ARGUMENTS);
        return None;
    };
    let last = path.path.segments.last_mut()?;
    let provides = match std::mem::take(&mut last.arguments) {
        PathArguments::None => Vec::new(),
        PathArguments::AngleBracketed(arguments) => {
            let mut types = arguments.args.iter();
            match (types.next(), types.next()) {
                (None, _) => Vec::new(),
                (Some(GenericArgument::Type(Type::Tuple(types))), None) => {
                    types.elems.iter().cloned().collect()
                }
                (Some(GenericArgument::Type(ty)), None) => vec![ty.clone()],
                _ => {
                    diagnostics.report(arguments, message::NEXT_ARGUMENTS);
                    return None;
                }
            }
        }
        PathArguments::Parenthesized(arguments) => {
            diagnostics.report(arguments, message::NEXT_ARGUMENTS);
            return None;
        }
    };
    for (at, ty) in provides.iter().enumerate() {
        if provides[..at]
            .iter()
            .any(|other| readable(other) == readable(ty))
        {
            diagnostics.report(ty, message::provided_twice(readable(ty)));
        }
    }
    Some(NextParameter {
        attrs,
        pat: *pat,
        path,
        provides,
    })
}

/// Whether an attribute of the function belongs to the item that it becomes.
fn is_of_item(attr: &Attribute) -> bool {
    ["doc", "cfg", "deprecated"]
        .iter()
        .any(|name| attr.path().is_ident(name))
}

fn is_config(parameter: &PatType) -> bool {
    parameter.attrs.iter().any(is_config_attr)
}

fn is_config_attr(attr: &Attribute) -> bool {
    attr.path().is_ident("config")
}

/// Whether a type can be what it has to be here, imported under another name.
fn may_be(ty: &Type) -> bool {
    last_name(ty).is_some_and(|name| {
        name != "Request"
            && name.to_string().starts_with(char::is_uppercase)
            && !is_any(name, &BODY_EXTRACTORS)
            && !is_any(name, &OTHERS)
    })
}

fn is_named(ty: &Type, name: &str) -> bool {
    last_name(ty).is_some_and(|ident| ident == name)
}

fn is_any(ident: &Ident, names: &[&str]) -> bool {
    names.iter().any(|name| ident == name)
}

/// The type itself, where it is in parentheses or comes out of another macro.
fn peel(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peel(&group.elem),
        Type::Paren(paren) => peel(&paren.elem),
        _ => ty,
    }
}

/// Whether a type is written `State<T>`, or as in `axum::extract::State<T>`. By any other path it is an
/// extractor like any other.
fn is_state(ty: &Type) -> bool {
    let mut segments = segments(ty).into_iter().flatten().rev();
    let is_state = segments.next().is_some_and(|last| {
        last.ident == "State" && matches!(last.arguments, PathArguments::AngleBracketed(_))
    });
    is_state
        && segments
            .next()
            .is_none_or(|module| module.ident == "extract")
}

/// The last name of a type that is a path.
fn last_name(ty: &Type) -> Option<&Ident> {
    segments(ty)?.last().map(|segment| &segment.ident)
}

fn segments(ty: &Type) -> Option<&Punctuated<PathSegment, Token![::]>> {
    match peel(ty) {
        Type::Path(TypePath {
            qself: None, path, ..
        }) => Some(&path.segments),
        _ => None,
    }
}
