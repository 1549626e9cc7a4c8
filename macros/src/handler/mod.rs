//! `#[handler]`: parse, check, expand.

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

/// The item as it came, and after it what is wrong with it and what rustc is asked about it.
pub(crate) fn expand(options: TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let options = Options::parse(options, &mut diagnostics);
    let checks = match parse::function(item, &mut diagnostics) {
        Target::Function(function) => {
            let checks = check::check(&function, &options, &mut diagnostics);
            let runtime = Runtime::new(options.crate_path.as_ref());
            // What is asked about one part is right even where another part is wrong.
            expand::expand(&checks, &runtime)
        }
        // Its errors are rustc's.
        Target::Other => TokenStream::new(),
    };
    let errors = diagnostics.into_tokens();
    quote!(#item #errors #checks)
}
