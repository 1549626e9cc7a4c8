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
            let is_repeated = (meta.path.is_ident("crate") && options.crate_path.is_some())
                || (meta.path.is_ident("state") && options.state.is_some());
            if is_repeated {
                let name = readable(&meta.path);
                diagnostics.report(&meta.path, message::duplicate_option(&name));
                meta.value()?.parse::<Type>()?;
            } else if meta.path.is_ident("crate") {
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

/// A function, whose body is not parsed.
pub(super) struct Function {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    pub(super) body: TokenStream,
}

pub(super) fn function(item: &TokenStream, diagnostics: &mut Diagnostics) -> Target {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        if !is_function(input) {
            diagnostics.push(input.error(message::NOT_A_FUNCTION));
            input.parse::<TokenStream>()?;
            return Ok(Target::Other);
        }
        let sig = input.parse()?;
        if !input.peek(token::Brace) {
            diagnostics.push(input.error(message::NO_BODY));
        }
        let body = input.parse()?;
        Ok(Target::Function(Box::new(Function {
            attrs,
            vis,
            sig,
            body,
        })))
    };
    let written: Result<Target> = parser.parse2(item.clone());
    written.unwrap_or(Target::Other)
}
