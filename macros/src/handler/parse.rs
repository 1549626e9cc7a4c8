//! Parses the options of the attribute and the function below it.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Path, Signature, Token, Type, Visibility,
    parse::{ParseStream, Parser, Result},
    token,
};

use crate::{
    diagnostics::{Diagnostics, handler as message, nearest},
    syntax::{is_function, readable},
};

/// The options in `#[handler(state = T, crate = path)]`.
#[derive(Default)]
pub(super) struct Options {
    pub(super) crate_path: Option<Path>,
    pub(super) state: Option<Type>,
}

impl Options {
    const NAMES: [&str; 2] = ["state", "crate"];

    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut options = Self::default();
        let parser = syn::meta::parser(|meta| {
            if meta.path.is_ident("crate") {
                options.crate_path = Some(meta.value()?.call(Path::parse_mod_style)?);
            } else if meta.path.is_ident("state") {
                options.state = Some(meta.value()?.parse()?);
            } else {
                let found = readable(&meta.path);
                let text = message::unknown_option(&found, nearest(&found, &Self::NAMES));
                diagnostics.report(&meta.path, text);
                // The value of an unknown option is not a second mistake.
                while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
                    meta.input.parse::<TokenTree>()?;
                }
            }
            Ok(())
        });
        if let Err(error) = parser.parse2(tokens) {
            diagnostics.push(error);
        }
        options
    }
}

/// The item below the attribute.
pub(super) enum Target {
    Function(Box<Function>),
    /// Another item, which has been reported, or a function that rustc cannot parse either.
    Other,
}

/// A function without its body, which is not parsed.
pub(super) struct Function {
    pub(super) attrs: Vec<Attribute>,
    pub(super) sig: Signature,
}

pub(super) fn function(item: &TokenStream, diagnostics: &mut Diagnostics) -> Target {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        input.parse::<Visibility>()?;
        if !is_function(input) {
            diagnostics.push(input.error(message::NOT_A_FUNCTION));
            input.parse::<TokenStream>()?;
            return Ok(Target::Other);
        }
        let sig = input.parse()?;
        if !input.peek(token::Brace) {
            diagnostics.push(input.error(message::NO_BODY));
        }
        input.parse::<TokenStream>()?;
        Ok(Target::Function(Box::new(Function { attrs, sig })))
    };
    let written: Result<Target> = parser.parse2(item.clone());
    written.unwrap_or(Target::Other)
}
