//! Parses the items of a block.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Token,
    buffer::Cursor,
    ext::IdentExt,
    parse::{ParseStream, Result},
};

use crate::{
    app::{
        ast::{Item, ItemKind, Lists},
        parse::{
            attributes::{check_attributes, skip_inner_attributes},
            condition::{parse_condition, parse_late_condition},
            expression::parse_expression,
            first_word::{declares, no_word, skip_words, unknown_word},
            list::parse_lists,
            lookahead::{METHODS, begins_item, begins_list},
            misplaced::{Before, Misplaced, parse_misplaced},
            part::parse_part,
            route::{parse_name, parse_path, parse_route, parse_router},
            scope::parse_scope,
            stack::{is_stack, parse_stack},
            target::parse_arrow,
        },
    },
    diagnostics::{Diagnostics, app as message},
};

/// Parses the items of a block. An invalid item is reported and skipped.
pub(super) fn parse_items(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    // The item before, if it is valid.
    let mut before: Option<Before> = None;
    // A list in front of an item.
    let mut in_front = None;
    // The items from here on may need what has been reported.
    let mut unchecked_from = None;
    skip_inner_attributes(input, diagnostics);
    while !input.is_empty() {
        if let Ok(Some(semicolon)) = input.parse::<Option<Token![;]>>() {
            diagnostics.report(semicolon, message::SEMICOLON);
            continue;
        }
        let start = input.cursor();
        if begins_list(input) {
            match parse_misplaced(input, before.take().as_ref(), parse_items, diagnostics) {
                Ok(Misplaced::Scope(item)) => items.push(*item),
                Ok(Misplaced::Before(lists)) => in_front = Some(lists),
                Ok(Misplaced::After(lists)) => add(items.last_mut(), lists),
                Ok(Misplaced::Item) => unchecked_from = unchecked_from.or(Some(items.len())),
                Err(error) => {
                    diagnostics.push(error);
                    diagnostics.skip(skip_item(input, start));
                }
            }
            continue;
        }
        let parsed = parse_item(input, before.take().as_ref(), diagnostics);
        match parsed {
            Ok(mut item) => {
                add(Some(&mut item), in_front.take().unwrap_or_default());
                before = Before::new(&item, start, input.cursor());
                items.push(item);
            }
            Err(Mistake { error, what }) => {
                diagnostics.push(error);
                diagnostics.skip(skip_item(input, start));
                match what {
                    What::Item => {}
                    What::ItemBefore => uncheck(items.last_mut()),
                    What::Declaration => unchecked_from = unchecked_from.or(Some(items.len())),
                }
            }
        }
    }
    let from = unchecked_from.unwrap_or(items.len());
    items[from..]
        .iter_mut()
        .for_each(|item| uncheck(Some(item)));
    items
}

/// Adds lists to an item.
fn add(item: Option<&mut Item>, lists: Lists) {
    if let Some(item) = item {
        item.lists.without.extend(lists.without);
        item.lists.with.extend(lists.with);
    }
}

fn uncheck(item: Option<&mut Item>) {
    if let Some(item) = item {
        item.is_checked = false;
    }
}

/// The mistake of an item that cannot be parsed.
struct Mistake {
    error: syn::Error,
    what: What,
}

/// What a mistake concerns.
enum What {
    Item,
    /// The item, and the one before it.
    ItemBefore,
    /// A variable, which the items after it use.
    Declaration,
}

impl From<syn::Error> for Mistake {
    fn from(error: syn::Error) -> Self {
        let what = What::Item;
        Self { error, what }
    }
}

/// Skips to the next item. Returns the tokens since the start of this one.
fn skip_item(input: ParseStream<'_>, start: Cursor<'_>) -> TokenStream {
    while !input.is_empty() {
        if input.cursor() != start && begins_item(input) {
            break;
        }
        let is_end = input.peek(Token![,]) || input.peek(Token![;]);
        // The input is not empty, and every token is a token tree.
        let _: Result<TokenTree> = input.parse();
        if is_end {
            break;
        }
    }
    let (mut skipped, mut at) = (TokenStream::new(), start);
    while at != input.cursor()
        && let Some((token, next)) = at.token_tree()
    {
        skipped.extend([token]);
        at = next;
    }
    skipped
}

/// Parses an item and the comma after it.
fn parse_item(
    input: ParseStream<'_>,
    before: Option<&Before>,
    diagnostics: &mut Diagnostics,
) -> std::result::Result<Item, Mistake> {
    let attrs = input.call(Attribute::parse_outer)?;
    let attrs = check_attributes(attrs, diagnostics);
    let Ok(keyword) = input.call(Ident::parse_any) else {
        return Err(no_word(input, before).into());
    };
    let (kind, condition, lists) = match &*keyword.to_string() {
        "scope" => parse_scope(input, &keyword, parse_items, diagnostics)?,
        "mount" => {
            let path = parse_path(input, &keyword, diagnostics)?;
            if let Some(name) = parse_name(input, diagnostics)? {
                diagnostics.report(name, message::NAME_ON_MOUNT);
            }
            let service = parse_arrow(input, path.span(), &keyword, diagnostics)?;
            let condition = parse_condition(input, parse_expression, diagnostics)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Mount { path, service }, condition, lists)
        }
        "merge" => {
            let router = parse_router(input, &keyword)?;
            let condition = parse_condition(input, parse_expression, diagnostics)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Merge { router }, condition, lists)
        }
        "include" => {
            let part = parse_part(input)?;
            let name = parse_name(input, diagnostics)?;
            let condition = parse_condition(input, parse_expression, diagnostics)?;
            let lists = parse_lists(input, diagnostics)?;
            (ItemKind::Include { part, name }, condition, lists)
        }
        "fallback" => {
            let handler = parse_arrow(input, keyword.span(), &keyword, diagnostics)?;
            let lists = parse_no_lists(input, &keyword, diagnostics)?;
            (ItemKind::Fallback { handler }, None, lists)
        }
        "method_not_allowed" => {
            let handler = parse_arrow(input, keyword.span(), &keyword, diagnostics)?;
            let lists = parse_no_lists(input, &keyword, diagnostics)?;
            (ItemKind::MethodNotAllowed { handler }, None, lists)
        }
        _ if is_stack(input, &keyword) => {
            diagnostics.push(unknown_word(input, &keyword));
            let stack = parse_stack(input, diagnostics)?;
            let _: Option<Token![;]> = input.parse()?;
            (stack, None, Lists::default())
        }
        "stack" => (parse_stack(input, diagnostics)?, None, Lists::default()),
        method if METHODS.contains(&method) => parse_route(input, &keyword, diagnostics)?,
        _ => return Err(mistake(input, &keyword, before)),
    };
    parse_late_condition(input, diagnostics)?;
    let _: Option<Token![,]> = input.parse()?;
    Ok(Item {
        attrs,
        keyword,
        kind,
        condition,
        lists,
        is_checked: true,
    })
}

/// Returns the mistake of an item that begins with another word.
fn mistake(input: ParseStream<'_>, word: &Ident, before: Option<&Before>) -> Mistake {
    let is_alone = input.is_empty() || input.peek(Token![,]) || begins_list(input);
    let handler = before.filter(|before| is_alone && before.is_route_on_line(word.span()));
    let what = match handler {
        Some(_) => What::ItemBefore,
        None if declares(word) => What::Declaration,
        None => What::Item,
    };
    let error = match handler {
        Some(before) => {
            let handler = skip_words(input).unwrap_or_else(|| word.clone());
            syn::Error::new(before.end(), message::second_handler(&handler))
        }
        None => unknown_word(input, word),
    };
    Mistake { error, what }
}

/// Reports a condition and lists on a fallback, which has none of its own.
fn parse_no_lists(
    input: ParseStream<'_>,
    keyword: &Ident,
    diagnostics: &mut Diagnostics,
) -> Result<Lists> {
    if input.peek(Token![if]) {
        diagnostics.push(input.error(message::condition_on_fallback(keyword)));
        parse_condition(input, parse_expression, diagnostics)?;
    }
    if begins_list(input) {
        let list = input.fork().call(Ident::parse_any)?;
        diagnostics.report(&list, message::list_on_fallback(&list, keyword));
        parse_lists(input, diagnostics)?;
    }
    Ok(Lists::default())
}
