//! The macros of the `concentric` crate, which re-exports and documents them.
//!
//! Each macro has a folder with its phases. Each phase reports to `Diagnostics` and continues, so
//! one mistake does not hide another.

mod app;
mod diagnostics;
mod handler;
mod hygiene;
mod middleware;
mod paths;
mod syntax;
#[cfg(test)]
mod tests;

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
    app::expand(&input.into()).into()
}

#[allow(
    missing_docs,
    reason = "documented on the re-export, where the examples compile"
)]
#[proc_macro_attribute]
pub fn handler(options: TokenStream, item: TokenStream) -> TokenStream {
    handler::expand(options.into(), &item.into()).into()
}
