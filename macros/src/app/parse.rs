//! What is written, item by item.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Expr, LitStr, Path, Signature, Token, Visibility, braced, bracketed,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser, Result, discouraged::Speculative},
    token,
};

use crate::diagnostics::{Diagnostics, app as message};

/// A whole `app!`.
pub(super) struct App {
    pub(super) attrs: Vec<Attribute>,
    pub(super) krate: Option<Path>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    pub(super) list: List,
    pub(super) items: Vec<Item>,
}

/// `with [entry, ...]`, or nothing.
#[derive(Default)]
pub(super) struct List {
    pub(super) entries: Vec<Entry>,
}

/// One entry of a list.
pub(super) struct Entry {
    pub(super) attrs: Vec<Attribute>,
    pub(super) value: Expr,
    pub(super) condition: Option<Expr>,
}

/// One item of a block.
pub(super) struct Item {
    pub(super) attrs: Vec<Attribute>,
    /// The word that it begins with.
    pub(super) keyword: Ident,
    pub(super) kind: ItemKind,
    pub(super) list: List,
}

pub(super) enum ItemKind {
    Route {
        methods: Vec<Ident>,
        path: LitStr,
        handler: Expr,
    },
    Scope {
        prefix: Option<LitStr>,
        items: Vec<Item>,
    },
    Mount {
        path: LitStr,
        service: Expr,
    },
    Merge {
        router: Expr,
    },
    Fallback {
        handler: Expr,
    },
    MethodNotAllowed {
        handler: Expr,
    },
}

pub(super) const METHODS: [&str; 10] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "ANY",
];

impl App {
    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Result<Self> {
        let parser = |input: ParseStream<'_>| {
            let mut attrs = input.call(Attribute::parse_outer)?;
            let krate = take_options(&mut attrs, diagnostics);
            let vis = input.parse()?;
            let sig = parse_signature(input)?;
            let list = parse_list(input)?;
            let content;
            braced!(content in input);
            let items = parse_items(&content, diagnostics);
            Ok(Self {
                attrs,
                krate,
                vis,
                sig,
                list,
                items,
            })
        };
        parser.parse2(tokens)
    }
}

/// Takes `#[concentric(crate = path)]` off the attributes.
fn take_options(attrs: &mut Vec<Attribute>, diagnostics: &mut Diagnostics) -> Option<Path> {
    let at = attrs
        .iter()
        .position(|attr| attr.path().is_ident("concentric"))?;
    let mut krate = None;
    let parsed = attrs.remove(at).parse_nested_meta(|meta| {
        if meta.path.is_ident("crate") {
            krate = Some(meta.value()?.call(Path::parse_mod_style)?);
            Ok(())
        } else {
            Err(Error::new_spanned(meta.path, message::UNKNOWN_OPTION))
        }
    });
    if let Err(error) = parsed {
        diagnostics.push(error);
    }
    krate
}

/// The items of a block. One that cannot be read is reported and passed over.
fn parse_items(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Vec<Item> {
    let mut items = Vec::new();
    while !input.is_empty() {
        match parse_item(input, diagnostics) {
            Ok(item) => items.push(item),
            Err(error) => {
                diagnostics.push(error);
                skip_item(input);
            }
        }
    }
    items
}

/// Goes on to what looks like the next item.
fn skip_item(input: ParseStream<'_>) {
    while !input.is_empty() {
        if input
            .parse::<Option<Token![,]>>()
            .is_ok_and(|comma| comma.is_some())
        {
            return;
        }
        if input.parse::<TokenTree>().is_err() {
            return;
        }
        if begins_item(input) {
            return;
        }
    }
}

fn begins_item(input: ParseStream<'_>) -> bool {
    let Ok(word) = Ident::parse_any(&input.fork()) else {
        return false;
    };
    let word = word.to_string();
    METHODS.contains(&&*word)
        || ["scope", "mount", "merge", "fallback", "method_not_allowed"].contains(&&*word)
}

fn parse_item(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Item> {
    let attrs = input.call(Attribute::parse_outer)?;
    let Ok(keyword) = input.call(Ident::parse_any) else {
        return Err(input.error(message::EXPECTED_ITEM));
    };
    let (kind, list) = match &*keyword.to_string() {
        "scope" => {
            let prefix = if input.peek(LitStr) {
                Some(input.parse()?)
            } else {
                None
            };
            let list = parse_list(input)?;
            let content;
            braced!(content in input);
            let items = parse_items(&content, diagnostics);
            (ItemKind::Scope { prefix, items }, list)
        }
        "mount" => {
            let path = input.parse()?;
            let service = parse_arrow(input)?;
            (ItemKind::Mount { path, service }, parse_list(input)?)
        }
        "merge" => {
            let router = input.parse()?;
            (ItemKind::Merge { router }, parse_list(input)?)
        }
        "fallback" => {
            let handler = parse_arrow(input)?;
            (ItemKind::Fallback { handler }, List::default())
        }
        "method_not_allowed" => {
            let handler = parse_arrow(input)?;
            (ItemKind::MethodNotAllowed { handler }, List::default())
        }
        _ => parse_route(input, &keyword)?,
    };
    let _: Option<Token![,]> = input.parse()?;
    Ok(Item {
        attrs,
        keyword,
        kind,
        list,
    })
}

fn parse_route(input: ParseStream<'_>, first: &Ident) -> Result<(ItemKind, List)> {
    let mut methods = vec![first.clone()];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        methods.push(input.call(Ident::parse_any)?);
    }
    for method in &methods {
        if !METHODS.contains(&&*method.to_string()) {
            // A word before a path was meant to be a method, and any other to be a keyword.
            let is_method = methods.len() > 1 || input.peek(LitStr);
            let text = if is_method {
                message::unknown_method(method)
            } else {
                message::EXPECTED_ITEM.to_owned()
            };
            return Err(Error::new(method.span(), text));
        }
    }
    let path = input.parse()?;
    let handler = parse_arrow(input)?;
    let list = parse_list(input)?;
    let kind = ItemKind::Route {
        methods,
        path,
        handler,
    };
    Ok((kind, list))
}

/// `=> expression`
fn parse_arrow(input: ParseStream<'_>) -> Result<Expr> {
    input.parse::<Token![=>]>()?;
    input.parse()
}

/// The signature, which ends before the list. Apart from what follows, since a `where` clause that
/// ends with a comma would take `with` for one more type.
fn parse_signature(input: ParseStream<'_>) -> Result<Signature> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() {
        if is_word(&ahead, "with") && ahead.peek2(token::Bracket) {
            input.advance_to(&ahead);
            return syn::parse2(tokens);
        }
        tokens.extend([ahead.parse::<TokenTree>()?]);
    }
    input.parse()
}

/// `with [entry, ...]`, or nothing.
fn parse_list(input: ParseStream<'_>) -> Result<List> {
    if !is_word(input, "with") {
        return Ok(List::default());
    }
    Ident::parse_any(input)?;
    if !input.peek(token::Bracket) {
        return Err(input.error(message::EXPECTED_LIST));
    }
    let content;
    bracketed!(content in input);
    let entries = content.parse_terminated(Entry::parse, Token![,])?;
    Ok(List {
        entries: entries.into_iter().collect(),
    })
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let value = input.parse()?;
        let condition = match input.parse::<Option<Token![if]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Self {
            attrs,
            value,
            condition,
        })
    }
}

/// Whether the next token is this word.
fn is_word(input: ParseStream<'_>, word: &str) -> bool {
    Ident::parse_any(&input.fork()).is_ok_and(|ident| ident == word)
}
