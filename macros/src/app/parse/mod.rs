//! Parses the tokens of an `app!` to a syntax tree.
//!
//! An invalid item or entry is reported and skipped, so the tree contains only valid syntax.

mod attributes;
mod block;
mod condition;
mod entry;
mod expression;
mod first_word;
mod head;
mod item;
mod list;
mod lookahead;
mod methods;
mod misplaced;
mod next_token;
mod part;
mod route;
mod route_name;
mod scope;
mod signature;
mod stack;
mod target;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Error, Path, Token,
    parse::{ParseStream, Parser, Result},
    token,
};

use crate::{
    app::{
        ast::AppInput,
        parse::{
            block::parse_block,
            head::Head,
            list::{parse_bare_list, parse_before, parse_lists},
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
    let Head { mut sig, is_whole } = parse_signature(input, diagnostics)?;
    let mut is_checked = is_whole;
    let before = parse_before(input, diagnostics);
    let before = kept(before, input, &mut is_checked, diagnostics);
    let lists = parse_lists(input, diagnostics);
    let lists = kept(lists, input, &mut is_checked, diagnostics);
    let mut lists = lists;
    let bare = parse_bare_list(input, message::HEAD, diagnostics);
    lists
        .with
        .extend(kept(bare, input, &mut is_checked, diagnostics));
    if begins_before(input) {
        diagnostics.push(input.error(message::BEFORE_AFTER_WITH));
        parse_before(input, diagnostics)?;
    }
    if let Some(name) = lists.without.first() {
        diagnostics.report(name, message::WITHOUT_ON_APP);
    }
    if input.peek(Token![where]) {
        diagnostics.push(input.error(message::WHERE_AFTER_LIST));
        sig.generics.where_clause = input.parse()?;
    }
    // The items of something else than a function mean nothing.
    let mut ignored = Diagnostics::default();
    let items = parse_block(
        input,
        &sig,
        if is_whole { diagnostics } else { &mut ignored },
    )?;
    Ok(AppInput {
        attrs,
        crate_path,
        vis,
        sig,
        before,
        with: lists.with,
        items,
        is_checked,
    })
}

/// Returns a list. A mistake is reported, and the tokens up to the block are skipped.
fn kept<T: Default>(
    list: Result<T>,
    input: ParseStream<'_>,
    is_checked: &mut bool,
    diagnostics: &mut Diagnostics,
) -> T {
    list.unwrap_or_else(|error| {
        diagnostics.push(error);
        *is_checked = false;
        while !input.is_empty() && (!input.peek(token::Brace) || input.peek2(token::Brace)) {
            // The input is not empty, and every token is a token tree.
            let _: Result<TokenTree> = input.parse();
        }
        T::default()
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
