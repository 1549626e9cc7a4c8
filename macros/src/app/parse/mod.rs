//! Parses the tokens of an `app!` to a syntax tree.
//!
//! An invalid item or entry is reported and skipped, so the tree contains only valid syntax.

mod condition;
mod expression;
mod item;
mod list;
mod lookahead;
mod route;
mod signature;

use proc_macro2::TokenStream;
use syn::{
    Attribute, Error, Path, Token, braced,
    parse::{ParseStream, Parser, Result},
};

use crate::{
    app::{
        ast::AppInput,
        parse::{
            item::parse_items,
            list::{parse_before, parse_lists},
            lookahead::begins_before,
            signature::parse_signature,
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses the tokens, or returns `None` if the signature is invalid.
pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<AppInput> {
    let mut app = None;
    let parser = |input: ParseStream<'_>| {
        app = Some(read(input, diagnostics)?);
        Ok(())
    };
    if let Err(error) = parser.parse2(tokens) {
        // syn also reports the tokens that an earlier mistake left unread. That is not a second
        // mistake.
        if app.is_none() || !diagnostics.any() {
            diagnostics.push(error);
        }
    }
    app
}

fn read(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<AppInput> {
    let mut attrs = input.call(Attribute::parse_outer)?;
    let crate_path = take_options(&mut attrs, diagnostics);
    let vis = input.parse()?;
    let sig = parse_signature(input)?;
    let before = parse_before(input, diagnostics)?;
    let lists = parse_lists(input, diagnostics)?;
    if begins_before(input) {
        diagnostics.push(input.error(message::BEFORE_AFTER_WITH));
        parse_before(input, diagnostics)?;
    }
    if let Some(name) = lists.without.first() {
        diagnostics.report(name, message::WITHOUT_ON_APP);
    }
    if input.peek(Token![where]) {
        return Err(input.error(message::WHERE_AFTER_LIST));
    }
    let content;
    braced!(content in input);
    let items = parse_items(&content, diagnostics);
    if !input.is_empty() {
        diagnostics.push(input.error(message::SECOND_APP));
        let _: TokenStream = input.parse()?;
    }
    Ok(AppInput {
        attrs,
        crate_path,
        vis,
        sig,
        before,
        with: lists.with,
        items,
    })
}

/// Removes `#[concentric(crate = path)]` from the attributes and returns its path.
fn take_options(attrs: &mut Vec<Attribute>, diagnostics: &mut Diagnostics) -> Option<Path> {
    let at = attrs
        .iter()
        .position(|attr| attr.path().is_ident("concentric"))?;
    let mut crate_path = None;
    let parsed = attrs.remove(at).parse_nested_meta(|meta| {
        if meta.path.is_ident("crate") {
            crate_path = Some(meta.value()?.call(Path::parse_mod_style)?);
            Ok(())
        } else {
            Err(Error::new_spanned(meta.path, message::UNKNOWN_OPTION))
        }
    });
    if let Err(error) = parsed {
        diagnostics.push(error);
    }
    crate_path
}
