//! Parses the options of the attribute and the function below it.

mod rule;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Path, Signature, Token, Type, Visibility,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser, Result},
    token,
};

use crate::{
    diagnostics::{Diagnostics, middleware as message, nearest},
    syntax::{MAX_REQUIRED_TYPES, is_function, readable, source_text},
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
        let parser = |input: ParseStream<'_>| options.read(input, diagnostics);
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

    /// Reads the options up to a mistake after which the rest has no meaning.
    fn read(&mut self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<()> {
        while !input.is_empty() {
            if !input.peek(Ident::peek_any) {
                return Err(not_an_option(input));
            }
            let path = input.call(Path::parse_mod_style)?;
            if path.is_ident("crate") {
                input.parse::<Token![=]>()?;
                self.crate_path = Some(input.call(Path::parse_mod_style)?);
            } else if path.is_ident("outside") {
                self.outside.extend(rule::types(input, &path)?);
            } else if path.is_ident("inside") {
                self.inside.extend(rule::types(input, &path)?);
            } else if path.is_ident("requires") {
                self.requires.extend(rule::types(input, &path)?);
            } else {
                let found = readable(&path);
                // The value of an unknown option is not a second mistake.
                let value = skip_value(input)?;
                let meant = nearest(&found, &Self::NAMES);
                diagnostics.report(&path, message::unknown_option(&found, &value, meant));
            }
            if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
                return Err(input.error(message::EXPECTED_COMMA));
            }
        }
        Ok(())
    }
}

/// Returns the error for a token that does not begin an option.
///
/// rustc itself reports `#[middleware = "..."]`, and passes the value on.
fn not_an_option(input: ParseStream<'_>) -> Error {
    let found = input.cursor().token_stream().into_iter().next();
    Error::new(
        input.span(),
        message::not_an_option(found.map_or_else(String::new, |found| source_text(&found))),
    )
}

/// The maximum number of types in a rule, which the runtime's impls set.
const MAX_RULE_TYPES: usize = 8;

/// Skips to the next option, and returns the text of what is skipped.
pub(super) fn skip_value(input: ParseStream<'_>) -> Result<String> {
    let mut skipped = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        skipped.extend([input.parse::<TokenTree>()?]);
    }
    Ok(source_text(skipped))
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
        if input.peek(Token![;]) {
            return Err(input.error(message::NO_BODY));
        }
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
