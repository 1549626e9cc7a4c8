//! What is written, item by item.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Error, Expr, LitStr, Path, Signature, Token, Visibility, braced,
    buffer::Cursor,
    ext::IdentExt,
    parse::{ParseStream, Parser, Result, discouraged::Speculative},
    token,
};

use crate::{
    app::lists::{Entry, Lists, begins_before, begins_list, bracketed_entries, parse_before},
    diagnostics::{Diagnostics, app as message, nearest},
};

/// A whole `app!`.
pub(super) struct App {
    pub(super) attrs: Vec<Attribute>,
    pub(super) krate: Option<Path>,
    pub(super) vis: Visibility,
    pub(super) sig: Signature,
    /// What runs before the route is looked up.
    pub(super) before: Vec<Entry>,
    pub(super) with: Vec<Entry>,
    pub(super) items: Vec<Item>,
}

/// One item of a block.
pub(super) struct Item {
    pub(super) attrs: Vec<Attribute>,
    /// The word that it begins with.
    pub(super) keyword: Ident,
    pub(super) kind: ItemKind,
    pub(super) lists: Lists,
}

pub(super) enum ItemKind {
    Route {
        methods: Vec<Ident>,
        path: LitStr,
        name: Option<Ident>,
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
    /// A list by its name.
    Stack {
        name: Ident,
        entries: Vec<Entry>,
    },
}

pub(super) const METHODS: [&str; 10] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "ANY",
];

const KEYWORDS: [&str; 6] = [
    "scope",
    "mount",
    "merge",
    "fallback",
    "method_not_allowed",
    "stack",
];

impl App {
    pub(super) fn parse(tokens: TokenStream, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut app = None;
        let parser = |input: ParseStream<'_>| {
            app = Some(Self::read(input, diagnostics)?);
            Ok(())
        };
        if let Err(error) = parser.parse2(tokens) {
            // What a mistake leaves unread in its brackets is no other mistake, and takes nothing with
            // it.
            if app.is_none() || !diagnostics.any() {
                diagnostics.push(error);
            }
        }
        app
    }

    fn read(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Self> {
        let mut attrs = input.call(Attribute::parse_outer)?;
        let krate = take_options(&mut attrs, diagnostics);
        let vis = input.parse()?;
        let sig = parse_signature(input)?;
        let before = parse_before(input, diagnostics)?;
        let lists = Lists::parse(input, diagnostics)?;
        if begins_before(input) {
            diagnostics.push(input.error(message::BEFORE_TOO_LATE));
            parse_before(input, diagnostics)?;
        }
        if let Some(name) = lists.without.first() {
            diagnostics.report(name, message::WITHOUT_ON_THE_APP);
        }
        if input.peek(Token![where]) {
            return Err(input.error(message::WHERE_TOO_LATE));
        }
        let content;
        braced!(content in input);
        let items = parse_items(&content, diagnostics);
        if !input.is_empty() {
            diagnostics.push(input.error(message::ONE_APP));
            let _: TokenStream = input.parse()?;
        }
        Ok(Self {
            attrs,
            krate,
            vis,
            sig,
            before,
            with: lists.with,
            items,
        })
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
        if let Ok(Some(semicolon)) = input.parse::<Option<Token![;]>>() {
            diagnostics.report(semicolon, message::SEMICOLON);
            continue;
        }
        let start = input.cursor();
        match parse_item(input, diagnostics) {
            Ok(item) => items.push(item),
            Err(error) => {
                diagnostics.push(error);
                skip_item(input, start);
            }
        }
    }
    items
}

/// Goes on to what looks like the next item.
fn skip_item(input: ParseStream<'_>, start: Cursor<'_>) {
    while !input.is_empty() {
        if input.cursor() != start && begins_item(input) {
            return;
        }
        let is_comma = input.peek(Token![,]);
        // There is a token, and any token is a token tree.
        let _: Result<TokenTree> = input.parse();
        if is_comma {
            return;
        }
    }
}

/// Whether an item begins here. The word alone does not tell: a handler may be called `fallback`.
fn begins_item(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let Ok(word) = Ident::parse_any(&ahead) else {
        return false;
    };
    match &*word.to_string() {
        "scope" => ahead.peek(LitStr) || ahead.peek(token::Brace) || begins_list(&ahead),
        "mount" => ahead.peek(LitStr),
        "merge" => Ident::parse_any(&ahead).is_ok(),
        "stack" => Ident::parse_any(&ahead).is_ok() && ahead.peek(Token![=]),
        "fallback" | "method_not_allowed" => ahead.peek(Token![=>]),
        method => METHODS.contains(&method) && (ahead.peek(LitStr) || ahead.peek(Token![|])),
    }
}

fn parse_item(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Item> {
    let attrs = input.call(Attribute::parse_outer)?;
    let Ok(keyword) = input.call(Ident::parse_any) else {
        return Err(input.error(message::EXPECTED_ITEM));
    };
    let (kind, lists) = match &*keyword.to_string() {
        "scope" => {
            let prefix = if input.peek(LitStr) {
                Some(input.parse()?)
            } else {
                None
            };
            let lists = Lists::parse(input, diagnostics)?;
            let content;
            braced!(content in input);
            let items = parse_items(&content, diagnostics);
            (ItemKind::Scope { prefix, items }, lists)
        }
        "mount" => {
            let path = parse_path(input)?;
            if let Some(name) = parse_name(input)? {
                diagnostics.report(name, message::NAME_OF_NO_ROUTE);
            }
            let service = parse_arrow(input)?;
            let lists = Lists::parse(input, diagnostics)?;
            (ItemKind::Mount { path, service }, lists)
        }
        "merge" => {
            if input.peek(LitStr) {
                return Err(input.error(message::MERGE_PATH));
            }
            if input.is_empty() || input.peek(Token![,]) {
                return Err(input.error(message::NO_ROUTER));
            }
            let router = parse_expression(input)?;
            let lists = Lists::parse(input, diagnostics)?;
            (ItemKind::Merge { router }, lists)
        }
        "fallback" => {
            let handler = parse_arrow(input)?;
            let lists = parse_no_lists(input, diagnostics)?;
            (ItemKind::Fallback { handler }, lists)
        }
        "method_not_allowed" => {
            let handler = parse_arrow(input)?;
            let lists = parse_no_lists(input, diagnostics)?;
            (ItemKind::MethodNotAllowed { handler }, lists)
        }
        "stack" if !input.peek(LitStr) && !input.peek(Token![|]) => {
            (parse_stack(input, diagnostics)?, Lists::default())
        }
        _ => parse_route(input, &keyword, diagnostics)?,
    };
    let _: Option<Token![,]> = input.parse()?;
    Ok(Item {
        attrs,
        keyword,
        kind,
        lists,
    })
}

/// What answers a miss has no lists of its own.
fn parse_no_lists(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<Lists> {
    if begins_list(input) {
        diagnostics.push(input.error(message::NO_LIST));
        Lists::parse(input, diagnostics)?;
    }
    Ok(Lists::default())
}

/// `name = [entry, ...]`
fn parse_stack(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Result<ItemKind> {
    let Ok(name) = input.parse() else {
        return Err(input.error(message::STACK));
    };
    if input.parse::<Option<Token![=]>>()?.is_none() || !input.peek(token::Bracket) {
        return Err(input.error(message::STACK));
    }
    let entries = bracketed_entries(input, diagnostics)?;
    if begins_list(input) {
        diagnostics.push(input.error(message::STACK_LISTS));
        Lists::parse(input, diagnostics)?;
    }
    Ok(ItemKind::Stack { name, entries })
}

fn parse_route(
    input: ParseStream<'_>,
    first: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<(ItemKind, Lists)> {
    let mut methods = vec![first.clone()];
    while input.parse::<Option<Token![|]>>()?.is_some() {
        methods.push(input.call(Ident::parse_any)?);
    }
    for method in &methods {
        check_method(method, methods.len() > 1 || input.peek(LitStr))?;
    }
    let path = parse_path(input)?;
    let name = parse_name(input)?;
    let handler = parse_arrow(input)?;
    if let Expr::Cast(cast) = handler {
        return Err(Error::new_spanned(cast.as_token, message::NAME_TOO_LATE));
    }
    let lists = Lists::parse(input, diagnostics)?;
    let kind = ItemKind::Route {
        methods,
        path,
        name,
        handler,
    };
    Ok((kind, lists))
}

/// `as name`, or nothing.
fn parse_name(input: ParseStream<'_>) -> Result<Option<Ident>> {
    if input.parse::<Option<Token![as]>>()?.is_none() {
        return Ok(None);
    }
    match input.parse() {
        Ok(name) => Ok(Some(name)),
        Err(_) => Err(input.error(message::NO_NAME)),
    }
}

/// A word where a method stands, which before a path was meant to be one.
fn check_method(word: &Ident, was_meant: bool) -> Result<()> {
    let text = word.to_string();
    if METHODS.contains(&&*text) {
        return Ok(());
    }
    let keyword = nearest(&text, &KEYWORDS).or_else(|| known_elsewhere(&text));
    let method = nearest(&text, &METHODS);
    let message = if was_meant && keyword.is_none() {
        message::unknown_method(word, method)
    } else {
        message::unknown_item(word, keyword.or(method))
    };
    Err(Error::new(word.span(), message))
}

/// The keyword for what another framework calls by this word.
fn known_elsewhere(word: &str) -> Option<&'static str> {
    Some(match word {
        "nest" | "group" | "prefix" | "pipe_through" => "scope",
        "nest_service" | "service" => "mount",
        "pipeline" => "stack",
        "not_found" => "fallback",
        _ => return None,
    })
}

fn parse_path(input: ParseStream<'_>) -> Result<LitStr> {
    if input.peek(LitStr) {
        input.parse()
    } else {
        Err(input.error(message::PATH_LITERAL))
    }
}

/// `=> expression`
fn parse_arrow(input: ParseStream<'_>) -> Result<Expr> {
    let arrow: Token![=>] = input.parse()?;
    if input.is_empty() || input.peek(Token![,]) || begins_item(input) {
        return Err(Error::new_spanned(arrow, message::NO_HANDLER));
    }
    parse_expression(input)
}

/// An expression, or the tokens of one that is half-written: those are rustc's to report, and the
/// editor's to complete.
pub(super) fn parse_expression(input: ParseStream<'_>) -> Result<Expr> {
    let ahead = input.fork();
    if let Ok(expression) = ahead.parse() {
        input.advance_to(&ahead);
        return Ok(expression);
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) && !begins_list(input) {
        // A word that begins an item may also be the name after a dot.
        if !tokens.is_empty() && begins_item(input) {
            break;
        }
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(Expr::Verbatim(tokens))
}

/// The signature, which ends before the lists. Apart from what follows, since a `where` clause that
/// ends with a comma would take `with` for one more type.
fn parse_signature(input: ParseStream<'_>) -> Result<Signature> {
    let ahead = input.fork();
    let mut tokens = TokenStream::new();
    while !ahead.is_empty() {
        if begins_list(&ahead) || begins_before(&ahead) {
            input.advance_to(&ahead);
            return syn::parse2(tokens);
        }
        tokens.extend([ahead.parse::<TokenTree>()?]);
    }
    input.parse()
}
