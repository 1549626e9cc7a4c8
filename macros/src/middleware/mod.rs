//! `#[middleware]`, in three phases: parse, check, expand.

mod check;
mod definition;
mod expand;
mod generics;
mod item;
mod parse;

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::{
    diagnostics::Diagnostics,
    middleware::parse::{Function, Options},
    paths::Runtime,
};

/// Expands `#[middleware]`.
pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = if is_key_value() {
        Options::default()
    } else {
        Options::parse(options, &mut diagnostics)
    };
    let without_defaults = item::without_defaults(item);
    let has_defaults = without_defaults.is_some();
    let required = without_defaults.unwrap_or_else(|| item.clone());
    let function: Function = match syn::parse2(required) {
        Ok(function) => function,
        Err(error) if item::holds_functions(item) => {
            diagnostics.push(error);
            let (item, errors) = (
                item::as_plain_functions(item.clone()),
                diagnostics.into_tokens(),
            );
            return quote!(#item #errors);
        }
        Err(error) => {
            // Only the item's tokens are known, so the macro returns them unchanged.
            diagnostics.push(error);
            let errors = diagnostics.into_tokens();
            return quote!(#item #errors);
        }
    };
    let has_receiver = function.sig.receiver().is_some();
    let is_method = has_receiver || check::is_in_impl(&function);
    let mut definition = check::check(function, &mut diagnostics);
    if is_method {
        // An `impl` block cannot contain a type, so the replacement is a method of the same name.
        let (vis, name) = (definition.vis, definition.name);
        let receiver = has_receiver.then(|| quote!(&self));
        let errors = diagnostics.into_tokens();
        return quote!(#[allow(dead_code)] #vis fn #name(#receiver) {} #errors);
    }
    let own_name = definition
        .generics
        .params
        .is_empty()
        .then_some(&definition.name);
    check::check_rules(own_name, &options, &mut diagnostics);
    let mut used_types = None;
    if !diagnostics.any() {
        // The signature is right, so the names in the body mean what they say.
        definition = check::check_body(definition, &mut diagnostics);
        if diagnostics.any() {
            used_types = expand::used_types(&definition);
        }
    }
    let runtime = Runtime::new(options.crate_path.as_ref());
    if diagnostics.any() {
        // The names still exist and type-check, so that no further errors follow.
        let stub = expand::stub(definition, &runtime);
        // rustc has reported the default of a parameter, which may be the reason for the others.
        let errors = (!has_defaults).then(|| diagnostics.into_tokens());
        return quote!(#stub #used_types #errors);
    }
    // The check reported nothing: every parameter has a role, and the request and `Next` exist.
    expand::expand(&definition, &options, &runtime)
}

/// Returns whether the attribute is written `#[middleware = ...]`, which rustc itself reports.
fn is_key_value() -> bool {
    let text = Span::call_site().source_text().unwrap_or_default();
    text.find('=')
        .is_some_and(|equals| !text[..equals].contains('('))
}
