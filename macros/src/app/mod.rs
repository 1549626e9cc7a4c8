//! `app!`: parse (what is written), resolve (full paths), check (the table of routes), expand.

mod check;
mod expand;
mod parse;
mod resolve;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{app::parse::App, diagnostics::Diagnostics, paths::Runtime};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(app) = App::parse(input, &mut diagnostics) else {
        // There is no signature, and so no name that could be kept.
        return diagnostics.into_tokens();
    };
    let runtime = Runtime::new(app.krate.as_ref());
    let app = resolve::resolve(app, &mut diagnostics);
    check::check(&app, &mut diagnostics);
    // From here on nothing can go wrong. What is right is expanded beside the errors, so that the
    // app's name exists and nothing else breaks.
    let expanded = expand::expand(&app, &runtime);
    let errors = diagnostics.into_tokens();
    quote!(#expanded #errors)
}
