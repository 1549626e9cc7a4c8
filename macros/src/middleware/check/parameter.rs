//! Classifies the parameters before the request.

use std::mem;

use quote::ToTokens;
use syn::{
    Attribute, Error, Expr, Generics, Ident, Meta, Pat, PatIdent, PatType, Token, Type,
    parse::{ParseStream, Result},
    parse_quote,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    hygiene::hidden,
    middleware::{
        check::{
            config::stored,
            references::check_parameter,
            type_names::{BODY_EXTRACTORS, is_any, is_state, last_name},
        },
        definition::{Config, ConfigDefault, Parameter},
    },
};

/// Returns the role of a parameter before the request, or reports why it has none.
pub(super) fn classify(
    mut parameter: PatType,
    generics: &Generics,
    diagnostics: &mut Diagnostics,
) -> Option<Parameter> {
    let (mut configs, attrs): (Vec<_>, Vec<_>) = mem::take(&mut parameter.attrs)
        .into_iter()
        .partition(is_config_attr);
    parameter.attrs = attrs;
    if let Some(second) = configs.get(1) {
        diagnostics.report(second, message::DUPLICATE_CONFIG);
        // One with a default says most about the list.
        configs.sort_by_key(|config| matches!(config.meta, Meta::Path(_)));
    }
    if let Some(config) = configs.first() {
        let default = default(&config.meta, &mut parameter, diagnostics);
        let stored = stored(&parameter.ty, generics, diagnostics)?;
        return Some(Parameter::Config(Box::new(Config {
            parameter,
            stored,
            default,
        })));
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

/// Reports the `#[config]` parameters whose name an earlier one has, and removes their names.
pub(super) fn check_config_names(parameters: &mut [Parameter], diagnostics: &mut Diagnostics) {
    let mut names: Vec<Ident> = Vec::new();
    for parameter in parameters {
        let Parameter::Config(config) = parameter else {
            continue;
        };
        let Pat::Ident(PatIdent { ident: name, .. }) = &*config.parameter.pat else {
            continue;
        };
        if !names.contains(name) {
            names.push(name.clone());
            continue;
        }
        diagnostics.report(name, message::duplicate_config(name));
        config.parameter.pat = parse_quote!(_);
        if let Some(default) = &mut config.default {
            default.name = hidden(&format!("duplicate_{}", default.name));
        }
    }
}

/// Returns the default of a `#[config(default = value)]`, or reports other options.
fn default(
    config: &Meta,
    parameter: &mut PatType,
    diagnostics: &mut Diagnostics,
) -> Option<ConfigDefault> {
    let value = match config {
        Meta::Path(_) => return None,
        Meta::List(list) => list.parse_args_with(parse_default),
        Meta::NameValue(_) => Err(Error::new_spanned(config, message::CONFIG_OPTIONS)),
    };
    let value = value.map_err(|error| diagnostics.push(error));
    if value.is_err() && !is_meant_as_default(config) {
        return None;
    }
    let Pat::Ident(pattern) = &*parameter.pat else {
        diagnostics.report(&parameter.pat, message::DEFAULT_WITHOUT_NAME);
        return None;
    };
    let name = pattern.ident.clone();
    if is_any(&name, &RESERVED) {
        diagnostics.report(&name, message::reserved_config(&name));
        // The method that exists would be a second one.
        return Some(ConfigDefault {
            name: hidden(&name.to_string()),
            docs: vec![],
            value: None,
        });
    }
    let value = value.unwrap_or_default();
    // rustc allows no docs on a parameter. Those of one with a default are the docs of its method.
    let (docs, attrs) = mem::take(&mut parameter.attrs)
        .into_iter()
        .partition(|attr| attr.path().is_ident("doc"));
    parameter.attrs = attrs;
    Some(ConfigDefault { name, docs, value })
}

/// The methods of every middleware.
const RESERVED: [&str; 2] = ["clone", "with_state"];

/// Returns whether a wrong option stands for a default. If it does, the list does not set the value.
fn is_meant_as_default(config: &Meta) -> bool {
    let Meta::List(list) = config else {
        return true;
    };
    let first = list.tokens.clone().into_iter().next();
    first.is_some_and(|first| nearest(&first.to_string(), &["default"]).is_some())
}

/// Parses `default = value` or `default`.
fn parse_default(input: ParseStream<'_>) -> Result<Option<Expr>> {
    let option: Ident = input
        .parse()
        .map_err(|error| Error::new(error.span(), message::CONFIG_OPTIONS))?;
    if option != "default" {
        return Err(Error::new(option.span(), message::CONFIG_OPTIONS));
    }
    if input.is_empty() {
        return Ok(None);
    }
    input
        .parse::<Token![=]>()
        .map_err(|error| Error::new(error.span(), message::CONFIG_OPTIONS))?;
    let value = input.parse()?;
    if !input.is_empty() {
        return Err(input.error(message::CONFIG_OPTIONS));
    }
    Ok(Some(value))
}

pub(super) fn is_config(parameter: &PatType) -> bool {
    parameter.attrs.iter().any(is_config_attr)
}

pub(super) fn is_config_attr(attr: &Attribute) -> bool {
    attr.path().is_ident("config")
}
