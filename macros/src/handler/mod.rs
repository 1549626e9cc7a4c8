//! `#[handler]`, in three phases: parse, check, expand.

mod check;
mod expand;
mod model;
mod parse;
mod type_names;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    diagnostics::Diagnostics,
    handler::parse::{Options, Target},
    paths::Runtime,
};

/// Returns the item unchanged, followed by the errors and the checks for rustc.
pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = Options::parse(options, &mut diagnostics);
    let checks = match parse::function(item, &mut diagnostics) {
        Target::Function(function) => {
            let checks = check::check(&function, &options, &mut diagnostics);
            let runtime = Runtime::new(options.crate_path.as_ref());
            // Each check is independent, so an error in one part does not affect the others.
            expand::expand(&checks, &runtime)
        }
        // rustc reports its errors.
        Target::Other => TokenStream::new(),
    };
    let errors = diagnostics.into_tokens();
    quote!(#item #errors #checks)
}
