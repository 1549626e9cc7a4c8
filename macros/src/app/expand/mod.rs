//! Generates the code of an `app!`: a function, and a module of the same name.
//!
//! The model is complete even after errors, so nothing here reports one.

mod describe;
mod function;
mod parts;
mod route_table;
mod text;
mod urls;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Path, Signature, Visibility};

use crate::{app::model::App, paths::Runtime};

/// Generates the function and the module.
pub(super) fn expand(app: &App, crate_path: Option<&Path>, editor: &TokenStream) -> TokenStream {
    let runtime = Runtime::new(crate_path);
    let function = function::expand(app, &runtime, editor);
    let module = route_table::expand(app, crate_path);
    let parts = parts::expand(app, &runtime);
    quote!(#function #module #parts)
}

/// Generates a function that is never called, after an error.
pub(super) fn expand_function_alone(vis: &Visibility, sig: &Signature) -> TokenStream {
    quote! {
        #[allow(unused_variables)]
        #vis #sig { ::core::panic!() }
    }
}
