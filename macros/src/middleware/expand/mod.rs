//! What a middleware becomes. Nothing here can fail.

mod function;
mod item;
mod middleware_impl;

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    middleware::{
        definition::Definition,
        expand::{
            item::item,
            middleware_impl::{behavior, handle, implement},
        },
        parse::Options,
    },
    paths::Runtime,
};

/// The whole of it.
pub(super) fn expand(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let item = item(definition, options, runtime);
    let behavior = behavior(definition, runtime);
    quote!(#item #behavior)
}

/// What stands in for a middleware with a mistake in it: its names exist and type-check.
pub(super) fn stub(definition: &Definition, options: &Options, runtime: &Runtime) -> TokenStream {
    let item = item(definition, options, runtime);
    let work = quote!(async move { ::core::unimplemented!() });
    let handle = handle(definition, runtime, &work);
    let middleware = implement(definition, runtime, &TokenStream::new(), &[], &handle);
    quote!(#item #middleware)
}
