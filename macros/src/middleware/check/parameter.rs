//! Classifies the parameters before the request.

use quote::ToTokens;
use syn::{Attribute, Generics, PatType, Type};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    middleware::{
        check::{
            config::stored,
            references::check_parameter,
            type_names::{BODY_EXTRACTORS, is_any, is_state, last_name},
        },
        definition::{Config, Parameter},
    },
};

/// Returns the role of a parameter before the request, or reports why it has none.
pub(super) fn classify(
    mut parameter: PatType,
    generics: &Generics,
    diagnostics: &mut Diagnostics,
) -> Option<Parameter> {
    if let Some(at) = parameter.attrs.iter().position(is_config_attr) {
        let config = parameter.attrs.remove(at);
        if !matches!(config.meta, syn::Meta::Path(_)) {
            diagnostics.report(&config.meta, message::CONFIG_OPTIONS);
        }
        let stored = stored(&parameter.ty, generics, diagnostics)?;
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
    if check_parameter(&parameter, diagnostics) {
        return None;
    }
    Some(if is_state(&parameter.ty) {
        Parameter::State(parameter)
    } else {
        Parameter::Extractor(parameter)
    })
}

pub(super) fn is_config(parameter: &PatType) -> bool {
    parameter.attrs.iter().any(is_config_attr)
}

pub(super) fn is_config_attr(attr: &Attribute) -> bool {
    attr.path().is_ident("config")
}
