//! No comment is lost, wherever it is.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::fmt::Write;

use proc_macro2::{Spacing, TokenStream, TokenTree};

use crate::support::{formatted, tokens};

/// All that the grammar has.
const EVERYTHING: &str = r#"
    #[concentric(crate = concentric)]
    #[must_use]
    pub(crate) fn everything<T>(state: State<T>, wanted: bool) -> Router
    where
        T: Clone + 'static,
    before routing [rewrite, ..outermost]
    with [
        #[cfg(debug_assertions)]
        log,
        limit(10) if wanted,
        a if wanted else b(1) if Mode { on: wanted } == mode else provides::<Session>(c),
        ServiceBuilder::new().layer(a).layer(b),
    ] {
        GET | HEAD "/" => async || "hello" with [limit(1)],
        #[cfg(feature = "posts")]
        POST "/{id}" as post => |Path(id): Path<u32>| async move { format!("{id}") } if wanted,
        stack browser = [session, ..outermost],
        GET "/login" => login without [log, a::ServiceBuilder] with [..browser],
        scope "/a/{b}" if wanted without [log] with [log if !wanted && true] {
            stack browser = [],
            scope with [csrf] {
                PUT "/" => match state { Some(a) => a, _ => b },
            }
            method_not_allowed => not_allowed,
        }
        mount "/files" => ServeDir::new("files") without [limit] with [CompressionLayer::new()],
        merge other with [log],
        include orders::orders(state.clone(), [1, 2]) as orders with [log],
        fallback => async || StatusCode::NOT_FOUND,
    }
"#;

#[test]
fn a_line_comment_is_kept_at_every_token_border() {
    everywhere("// remark\n");
}

#[test]
fn a_comment_on_its_own_line_is_kept_at_every_token_border() {
    everywhere("\n// remark\n");
}

#[test]
fn a_block_comment_is_kept_at_every_token_border() {
    everywhere("/* remark */");
}

#[test]
fn a_block_comment_of_several_lines_is_kept_at_every_token_border() {
    everywhere("/* remark\n  and remark */\n");
}

/// Formats a body for each of its token borders, with the comment there.
fn everywhere(comment: &str) {
    let mut borders = Vec::new();
    collect(EVERYTHING.parse().unwrap(), &mut borders);
    assert!(borders.len() > 300);
    let mut source = String::new();
    for border in borders {
        let (before, after) = EVERYTHING.split_at(border);
        writeln!(source, "app! {{{before}{comment}{after}}}").unwrap();
    }
    let once = formatted(&source);
    for body in once.split("app! {").skip(1) {
        let found = body.matches("remark").count();
        assert_eq!(found, comment.matches("remark").count(), "{body}");
    }
    assert!(tokens(&source) == tokens(&once));
    assert!(formatted(&once) == once, "it is not stable");
}

/// Adds the ends of all tokens.
fn collect(tokens: TokenStream, borders: &mut Vec<usize>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                borders.push(group.span_open().byte_range().end);
                collect(group.stream(), borders);
                borders.push(group.span_close().byte_range().end);
            }
            TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => {}
            other => borders.push(other.span().byte_range().end),
        }
    }
}
