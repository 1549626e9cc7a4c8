//! `app!`: parse (what is written), resolve (full paths, whole lists), check (the table of routes),
//! expand.

mod ast;
mod cfgs;
mod check;
mod entry_name;
mod expand;
mod model;
mod parse;
mod path;
mod resolve;

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Diagnostics;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(mut app) = parse::parse(input, &mut diagnostics) else {
        // There is no signature, and so no name that could be kept.
        return diagnostics.into_tokens();
    };
    let crate_path = app.crate_path.take();
    let app = resolve::resolve(app, &mut diagnostics);
    check::check(&app, &mut diagnostics);
    // From here on nothing can go wrong. What is right is expanded beside the errors, so that the
    // app's name exists and nothing else breaks.
    let expansion = expand::expand(&app, crate_path.as_ref());
    let errors = diagnostics.into_tokens();
    quote!(#expansion #errors)
}
