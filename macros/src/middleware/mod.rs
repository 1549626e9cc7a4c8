//! `#[middleware]`, in three phases: parse, check, expand.

mod check;
mod definition;
mod expand;
mod generics;
mod parse;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    diagnostics::Diagnostics,
    middleware::parse::{Function, Options},
    paths::Runtime,
};

/// Expands `#[middleware]`.
pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = Options::parse(options, &mut diagnostics);
    let function: Function = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            // Only the item's tokens are known, so the macro returns them unchanged.
            diagnostics.push(error);
            let errors = diagnostics.into_tokens();
            return quote!(#item #errors);
        }
    };
    let is_method = function.sig.receiver().is_some();
    let definition = check::check(function, &mut diagnostics);
    if is_method {
        // An `impl` block cannot contain a type, so the replacement is a method of the same name.
        let (vis, name) = (definition.vis, definition.name);
        let errors = diagnostics.into_tokens();
        return quote!(#[allow(dead_code)] #vis fn #name(&self) {} #errors);
    }
    let runtime = Runtime::new(options.crate_path.as_ref());
    if diagnostics.any() {
        // The names still exist and type-check, so that no further errors follow.
        let stub = expand::stub(&definition, &options, &runtime);
        let errors = diagnostics.into_tokens();
        return quote!(#stub #errors);
    }
    // The check reported nothing: every parameter has a role, and the request and `Next` exist.
    expand::expand(&definition, &options, &runtime)
}
