//! Parses the options of the attribute and the function below it.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Error, Path, Signature, Token, Type, Visibility, parenthesized,
    parse::{Parse, ParseStream, Parser, Result},
    token,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    syntax::{MAX_REQUIRED_TYPES, is_function, readable},
};

/// The options in `#[middleware(outside(a, b), inside(c), requires(d), crate = path)]`.
#[derive(Default)]
pub(super) struct Options {
    pub(super) crate_path: Option<Path>,
    pub(super) outside: Vec<Type>,
    pub(super) inside: Vec<Type>,
    pub(super) requires: Vec<Type>,
}

impl Options {
    const NAMES: [&str; 4] = ["outside", "inside", "requires", "crate"];

    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Self {
        let mut options = Self::default();
        let parser = syn::meta::parser(|meta| {
            if meta.path.is_ident("crate") {
                options.crate_path = Some(meta.value()?.call(Path::parse_mod_style)?);
            } else if meta.path.is_ident("outside") {
                options.outside.extend(types(meta.input, &meta.path)?);
            } else if meta.path.is_ident("inside") {
                options.inside.extend(types(meta.input, &meta.path)?);
            } else if meta.path.is_ident("requires") {
                options.requires.extend(types(meta.input, &meta.path)?);
            } else {
                let found = readable(&meta.path);
                let text = message::unknown_option(&found, nearest(&found, &Self::NAMES));
                diagnostics.report(&meta.path, text);
                // The value of an unknown option is not a second mistake.
                skip_value(meta.input)?;
            }
            Ok(())
        });
        if let Err(error) = parser.parse2(tokens) {
            diagnostics.push(error);
        }
        for rule in [&options.outside, &options.inside] {
            if let Some(extra) = rule.get(MAX_RULE_TYPES) {
                diagnostics.report(extra, message::LONG_RULE);
            }
        }
        if let Some(extra) = options.requires.get(MAX_REQUIRED_TYPES) {
            diagnostics.report(extra, message::LONG_REQUIRES);
            options.requires.truncate(MAX_REQUIRED_TYPES);
        }
        options
    }
}

/// The maximum number of types in a rule, which the runtime's impls set.
const MAX_RULE_TYPES: usize = 8;

/// Parses `(a, b)`.
fn types(input: ParseStream<'_>, rule: &Path) -> Result<Vec<Type>> {
    if !input.peek(token::Paren) {
        skip_value(input)?;
        return Err(Error::new_spanned(rule, message::EXPECTED_RULE_TYPES));
    }
    let content;
    parenthesized!(content in input);
    let mut types = Vec::new();
    while !content.is_empty() {
        let ty: Type = content.parse()?;
        if !content.is_empty() && content.parse::<Option<Token![,]>>()?.is_none() {
            let text = message::not_a_rule_type(&readable(rule), &readable(&ty));
            return Err(content.error(text));
        }
        types.push(ty);
    }
    Ok(types)
}

/// Skips to the next option.
fn skip_value(input: ParseStream<'_>) -> Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// A function with its body as tokens. rustc reports errors in the body.
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
