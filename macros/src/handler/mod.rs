//! `#[handler]`, in three phases: parse, check, expand.

mod check;
mod expand;
mod model;
mod parse;
mod stand_in;
mod type_names;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    diagnostics::Diagnostics,
    handler::{
        parse::{Options, Target},
        stand_in::stand_in,
    },
    paths::Runtime,
};

/// Returns the item, followed by the checks for rustc and the errors.
pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = Options::parse(options, &mut diagnostics);
    let item = match parse::function(item, &mut diagnostics) {
        Target::Function(function) => {
            let checks = check::check(&function, &options, &mut diagnostics);
            let runtime = Runtime::new(options.crate_path.as_ref());
            let item = stand_in(&function, &checks, &runtime).unwrap_or_else(|| item.clone());
            // Each check is independent, so an error in one part does not affect the others.
            let checks = expand::expand(&checks, &runtime);
            quote!(#item #checks)
        }
        // rustc reports its errors.
        Target::Other => item.clone(),
    };
    let errors = diagnostics.into_tokens();
    quote!(#item #errors)
}
