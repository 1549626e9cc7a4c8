//! `app!`, in four phases: parse, resolve, check, expand.

mod ast;
mod cfgs;
mod check;
mod editor;
mod entry_name;
mod expand;
mod model;
mod parse;
mod path;
mod providing_layer;
mod resolve;
mod route_path;

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse_quote;

use crate::{diagnostics::Diagnostics, paths::Runtime};

/// Expands `app!`.
pub(crate) fn expand(input: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let Some(mut app) = parse::parse(input.clone(), &mut diagnostics) else {
        // Without a signature there is no name to keep.
        let editor = editor::expand_half_written(input);
        let errors = diagnostics.into_tokens();
        return quote!(#editor #errors);
    };
    // The syntax is valid: what is not has been reported and left out.
    let crate_path = app.crate_path.take();
    if !check::check_name(&app.sig.ident, &mut diagnostics) {
        // The function exists for other code, but no module.
        let function = expand::expand_function_alone(&app.vis, &app.sig);
        let errors = diagnostics.into_tokens();
        return quote!(#function #errors);
    }
    check::check_paths(&app.items, &mut diagnostics);
    check::check_targets(&mut app.items, &app.sig, &mut diagnostics);
    // Each written path is in axum's syntax, or has been reported.
    let runtime = Runtime::new(crate_path.as_ref());
    let editor = editor::expand(&app, diagnostics.skipped(), &runtime);
    let mut app = resolve::resolve(app, &mut diagnostics);
    // No stack, no `..name` and no relative path is left. Every `without` knows its entries.
    check::check(&app, &mut diagnostics);
    // No phase after this one reports errors. The valid parts are expanded next to the errors, so
    // that the names exist and no further errors follow.
    if diagnostics.any() {
        // A part that is left out may have used them.
        app.attrs.push(parse_quote!(#[allow(unused_variables)]));
    }
    let expansion = expand::expand(&app, crate_path.as_ref(), &editor);
    let errors = diagnostics.into_tokens();
    quote!(#expansion #errors)
}
