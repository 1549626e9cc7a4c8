//! What is written: the options of the attribute, and the function under it.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Error, Path, Signature, Token, Visibility,
    parse::{Parse, ParseStream, Parser, Result},
    token,
};

use crate::diagnostics::{Diagnostics, middleware as message};

/// `#[middleware(crate = path)]`
#[derive(Default)]
pub(super) struct Options {
    pub(super) krate: Option<Path>,
}

impl Options {
    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut options = Self::default();
        let parser = syn::meta::parser(|meta| {
            if meta.path.is_ident("crate") {
                options.krate = Some(meta.value()?.call(Path::parse_mod_style)?);
                Ok(())
            } else {
                Err(Error::new_spanned(meta.path, message::UNKNOWN_OPTION))
            }
        });
        if let Err(error) = parser.parse2(tokens) {
            diagnostics.push(error);
        }
        options
    }
}

/// A function whose body is not looked at: its errors are rustc's to report.
pub(super) struct Function {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    pub(super) body: TokenTree,
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !is_function(input) {
            return Err(input.error(message::NOT_A_FUNCTION));
        }
        let sig = input.parse()?;
        if !input.peek(token::Brace) {
            return Err(input.error(message::NOT_A_FUNCTION));
        }
        let body = input.parse()?;
        let _: Option<Token![;]> = input.parse()?;
        Ok(Self {
            attrs,
            vis,
            sig,
            body,
        })
    }
}

/// Whether what follows begins like a function.
fn is_function(input: ParseStream<'_>) -> bool {
    let begins = input.peek(Token![fn])
        || input.peek(Token![async])
        || input.peek(Token![unsafe])
        || input.peek(Token![extern]);
    begins || (input.peek(Token![const]) && input.peek2(Token![fn]))
}
