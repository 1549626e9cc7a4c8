//! Parses lists in the wrong place: where an item begins.

use proc_macro2::{Ident, Span, TokenTree};
use syn::{
    Error, Token, braced,
    buffer::Cursor,
    ext::IdentExt,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::{
        ast::{Item, ItemKind, Lists},
        parse::{list::parse_lists, lookahead::begins_item},
    },
    diagnostics::{Diagnostics, app as message},
};

/// The item before a mistake.
pub(super) struct Before {
    start: Span,
    /// The last token.
    end: Span,
    ends_with_comma: bool,
    keyword: Ident,
}

impl Before {
    /// Describes an item by its tokens.
    pub(super) fn new(item: &Item, start: Cursor<'_>, end: Cursor<'_>) -> Option<Self> {
        let mut at = start;
        let mut last = None;
        while at != end
            && let Some((token, next)) = at.token_tree()
        {
            last = Some(token);
            at = next;
        }
        let last = last?;
        Some(Self {
            start: start.span(),
            end: match &last {
                TokenTree::Group(group) => group.span_close(),
                other => other.span(),
            },
            ends_with_comma: matches!(&last, TokenTree::Punct(last) if last.as_char() == ','),
            keyword: item.keyword.clone(),
        })
    }

    /// Returns the last token of the item.
    pub(super) fn end(&self) -> Span {
        self.end
    }

    pub(super) fn is_scope(&self) -> bool {
        self.keyword == "scope"
    }

    /// Returns whether the item is a route, and ends with a comma on the line of this token.
    pub(super) fn is_route_on_line(&self, token: Span) -> bool {
        let is_on_line = self.end.end().line == token.start().line;
        self.is_route() && self.ends_with_comma && is_on_line
    }

    fn is_route(&self) -> bool {
        let keyword = self.keyword.to_string();
        keyword.chars().all(|char| char.is_ascii_uppercase())
    }

    /// Returns whether a word continues the item: on its line, or indented.
    fn is_continued(&self, word: Span) -> bool {
        let is_on_line = self.end.end().line == word.start().line;
        is_on_line || word.start().column > self.start.start().column
    }
}

/// Where a list was meant to be.
pub(super) enum Misplaced {
    /// On a scope without the keyword.
    Scope(Box<Item>),
    /// On the next item.
    Before(Lists),
    /// On the item before.
    After(Lists),
    /// On all items that follow.
    Item,
}

/// Parses and reports a list where an item begins.
pub(super) fn parse_misplaced(
    input: ParseStream<'_>,
    before: Option<&Before>,
    parse_items: fn(ParseStream<'_>, &mut Diagnostics) -> Vec<Item>,
    diagnostics: &mut Diagnostics,
) -> Result<Misplaced> {
    let word = Ident::parse_any(&input.fork())?;
    let lists = parse_lists(input, diagnostics)?;
    if input.peek(token::Brace) {
        diagnostics.report(&word, message::list_without_scope(&word));
        let content;
        braced!(content in input);
        let items = parse_items(&content, diagnostics);
        let _: Option<Token![,]> = input.parse()?;
        let kind = ItemKind::Scope {
            prefix: None,
            items,
        };
        return Ok(Misplaced::Scope(Box::new(Item {
            attrs: Vec::new(),
            keyword: Ident::new("scope", word.span()),
            kind,
            condition: None,
            lists,
            is_checked: true,
        })));
    }
    let before = before.filter(|before| before.is_continued(word.span()));
    if let Some(before) = before {
        let error = if before.is_scope() {
            Error::new(word.span(), message::list_after_scope(&word))
        } else if before.ends_with_comma {
            Error::new(before.end, message::comma_before_list(&word))
        } else {
            Error::new(word.span(), message::list_as_item(&word))
        };
        diagnostics.push(error);
        let _: Option<Token![,]> = input.parse()?;
        return Ok(Misplaced::After(lists));
    }
    if begins_item(input) {
        diagnostics.report(&word, message::list_before_item(&word));
        return Ok(Misplaced::Before(lists));
    }
    diagnostics.report(&word, message::list_as_item(&word));
    let _: Option<Token![,]> = input.parse()?;
    Ok(Misplaced::Item)
}
