//! Generates the code of a middleware.
//!
//! The definition has been checked, so nothing here reports an error.

mod config;
mod depends_on;
mod function;
mod item;
mod middleware_impl;
mod stub;

pub(super) use self::stub::used_types;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    middleware::{
        definition::Definition,
        expand::{
            item::item,
            middleware_impl::{behavior, handle, implement},
            stub::simplify,
        },
        parse::Options,
    },
    paths::Runtime,
};

/// Generates the item and its impl of `Middleware`.
pub(super) fn expand(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let item = item(definition, options, runtime);
    let behavior = behavior(definition, runtime);
    quote!(#item #behavior)
}

/// Generates the item with a body that panics, for a middleware with errors. Its names exist and
/// type-check, so that no further errors follow.
pub(super) fn stub(definition: Definition, runtime: &Runtime) -> TokenStream {
    let definition = simplify(definition);
    // Without rules: an application would report that they are broken.
    let item = item(&definition, &Options::default(), runtime);
    let work = quote!(async move { ::core::unimplemented!() });
    let handle = handle(&definition, runtime, &work);
    let middleware = implement(&definition, runtime, &TokenStream::new(), &[], &handle);
    quote!(#item #middleware)
}
