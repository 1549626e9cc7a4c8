//! Classifies the parameters before the request.

use quote::ToTokens;
use syn::{Attribute, PatType, Type, TypeReference};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    middleware::{
        check::type_names::{BODY_EXTRACTORS, is_any, is_state, last_name, ungroup},
        definition::{Config, Parameter, Stored},
    },
    syntax::readable,
};

/// Returns the role of a parameter before the request, or reports why it has none.
pub(super) fn classify(mut parameter: PatType, diagnostics: &mut Diagnostics) -> Option<Parameter> {
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

/// Returns the representation of a config type, or reports a type that is not supported.
fn stored(ty: &Type, diagnostics: &mut Diagnostics) -> Option<Stored> {
    let Type::Reference(reference) = ungroup(ty) else {
        diagnostics.report(ty, message::config_not_reference(readable(ty)));
        // The intended type is clear, so expansion continues with it.
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
    Some(match ungroup(elem) {
        Type::Path(path) if path.path.is_ident("str") => Stored::Str,
        Type::Slice(slice) => Stored::Slice((*slice.elem).clone()),
        _ => Stored::Value((**elem).clone()),
    })
}

pub(super) fn is_config(parameter: &PatType) -> bool {
    parameter.attrs.iter().any(is_config_attr)
}

pub(super) fn is_config_attr(attr: &Attribute) -> bool {
    attr.path().is_ident("config")
}
