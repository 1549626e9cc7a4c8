//! Generated code as text.
//!
//! `cargo check` builds a macro without optimization, so `quote!` takes longer to make tokens than rustc to read them from
//! a text.

use proc_macro2::{LexError, Span, TokenStream};
use syn::Error;

/// Returns the tokens of generated text.
pub(super) fn tokens(text: &str) -> TokenStream {
    // The tests are outside of a macro. In one, `proc_macro2` would read the text itself before rustc does.
    let tokens = if proc_macro::is_available() {
        let read = text
            .parse()
            .map(|read: proc_macro::TokenStream| read.into());
        read.map_err(|error| Error::new(Span::call_site(), error))
    } else {
        let read = text.parse();
        read.map_err(|error: LexError| Error::new(Span::call_site(), error))
    };
    tokens.unwrap_or_else(Error::into_compile_error)
}
