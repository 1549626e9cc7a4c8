//! The macros of the `concentric` crate, which re-exports and documents them.

mod app;
mod diagnostics;
mod middleware;
mod paths;

use proc_macro::TokenStream;

#[allow(
    missing_docs,
    reason = "documented on the re-export, where the examples compile"
)]
#[proc_macro_attribute]
pub fn middleware(options: TokenStream, item: TokenStream) -> TokenStream {
    middleware::expand(options.into(), &item.into()).into()
}

#[allow(
    missing_docs,
    reason = "documented on the re-export, where the examples compile"
)]
#[proc_macro]
pub fn app(input: TokenStream) -> TokenStream {
    app::expand(input.into()).into()
}
