//! Splits Rust into tokens and comments, with their places in the text.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, LexError, Span, TokenStream, TokenTree};

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Word,
    Punct,
    Open,
    Close,
    LineComment,
    BlockComment,
}

/// A token or a comment. Doc comments are comments.
#[derive(Clone, Debug)]
pub(crate) struct Lexeme {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
    /// The number of line breaks before it, since the one before.
    pub(crate) breaks: usize,
}

impl Lexeme {
    pub(crate) fn is_comment(&self) -> bool {
        matches!(self.kind, Kind::LineComment | Kind::BlockComment)
    }
}

/// Splits a text.
///
/// # Errors
///
/// Returns an error if it does not tokenize.
pub(crate) fn lex(text: &str) -> Result<Vec<Lexeme>, LexError> {
    let tokens = text.parse()?;
    let (lexemes, end) = (Vec::new(), 0);
    let mut lexer = Lexer { text, lexemes, end };
    lexer.stream(tokens);
    lexer.gap(text.len());
    Ok(lexer.lexemes)
}

struct Lexer<'a> {
    text: &'a str,
    lexemes: Vec<Lexeme>,
    /// The end of the last lexeme.
    end: usize,
}

impl Lexer<'_> {
    fn stream(&mut self, tokens: TokenStream) {
        for token in tokens {
            let range = token.span().byte_range();
            // The other tokens of a doc comment have the place of its `#`.
            if range.start < self.end {
                continue;
            }
            match token {
                TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
                    self.group(&group);
                }
                TokenTree::Punct(_) if self.text[range.start..].starts_with('/') => {
                    let written = &self.text[range.clone()];
                    // A comment, or the operator.
                    let kind = match written.get(..2) {
                        Some("//") => Kind::LineComment,
                        Some("/*") => Kind::BlockComment,
                        _ => Kind::Punct,
                    };
                    self.push(kind, range);
                }
                TokenTree::Punct(_) => self.push(Kind::Punct, range),
                _ => self.push(Kind::Word, range),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let place = |span: Span| span.byte_range();
        self.push(Kind::Open, place(group.span_open()));
        self.stream(group.stream());
        self.push(Kind::Close, place(group.span_close()));
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        self.gap(range.start);
        self.add(kind, range);
    }

    fn add(&mut self, kind: Kind, range: Range<usize>) {
        let breaks = self.text[self.end..range.start].matches('\n').count();
        self.end = range.end;
        self.lexemes.push(Lexeme {
            kind,
            range,
            breaks,
        });
    }

    /// Adds the comments between two tokens.
    fn gap(&mut self, until: usize) {
        while let Some(slash) = self.text[self.end..until].find('/') {
            let start = self.end + slash;
            let rest = &self.text[start..until];
            let (kind, length) = if rest.starts_with("//") {
                let line = rest.split('\n').next().unwrap_or(rest);
                (Kind::LineComment, line.trim_end().len())
            } else {
                (Kind::BlockComment, block_length(rest))
            };
            self.add(kind, start..start + length);
        }
    }
}

/// Returns the length of the block comment at the start of a text. It can contain others.
fn block_length(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}
