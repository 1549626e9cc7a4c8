//! `#[middleware]`: parse, check, expand.

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

pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = Options::parse(options, &mut diagnostics);
    let function: Function = match syn::parse2(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            // Nothing is known about the item but its text: it goes back as it came.
            diagnostics.push(error);
            let errors = diagnostics.into_tokens();
            return quote!(#item #errors);
        }
    };
    let is_method = function.sig.receiver().is_some();
    let definition = check::check(function, &mut diagnostics);
    if is_method {
        // An `impl` takes no types, but a method of the name.
        let (vis, name) = (definition.vis, definition.name);
        let errors = diagnostics.into_tokens();
        return quote!(#[allow(dead_code)] #vis fn #name(&self) {} #errors);
    }
    let runtime = Runtime::new(options.crate_path.as_ref());
    if diagnostics.any() {
        // The names still exist and type-check, so that nothing else breaks.
        let stub = expand::stub(&definition, &options, &runtime);
        let errors = diagnostics.into_tokens();
        return quote!(#stub #errors);
    }
    // From here on nothing can go wrong.
    expand::expand(&definition, &options, &runtime)
}
