//! Syntax helpers that more than one macro uses.

use proc_macro2::{Delimiter, LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Expr, ExprPath, Path, ReturnType, Token, Type, parse::ParseStream};

/// The maximum number of types in `requires(...)`, which the runtime's impls set.
pub(crate) const MAX_REQUIRED_TYPES: usize = 4;

/// The maximum number of types that a part requires, which the runtime's impls set.
pub(crate) const MAX_PROVIDED_TYPES: usize = 8;

/// Returns whether a function follows, judging by its first token.
pub(crate) fn is_function(input: ParseStream<'_>) -> bool {
    let begins = input.peek(Token![fn])
        || input.peek(Token![async])
        || input.peek(Token![unsafe])
        || input.peek(Token![extern]);
    begins || (input.peek(Token![const]) && !input.peek2(syn::Ident))
}

/// Returns whether a function returns a type of this name.
pub(crate) fn returns(output: &ReturnType, name: &str) -> bool {
    match output {
        ReturnType::Default => name == "Router",
        ReturnType::Type(_, ty) => match &**ty {
            Type::Path(path) => path
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == name),
            _ => false,
        },
    }
}

/// Returns whether the tokens contain this word.
pub(crate) fn contains(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => contains(&group.stream(), word),
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Formats a type without the spaces that token streams have.
pub(crate) fn readable(ty: &impl ToTokens) -> String {
    let mut text = ty.to_token_stream().to_string();
    for tight in ["::", "<", ">", ",", "&", "(", ")", "[", "]"] {
        text = text.replace(&format!(" {tight}"), tight);
        if tight != "," && tight != ">" {
            text = text.replace(&format!("{tight} "), tight);
        }
    }
    text
}

/// Returns the text of an expression that is a path without generic arguments. Most handlers are, and need no tokens
/// then.
pub(crate) fn path_text(value: &Expr) -> Option<String> {
    let path = plain_path(value)?;
    let names: Vec<_> = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let colons = if path.leading_colon.is_some() {
        "::"
    } else {
        ""
    };
    Some(format!("{colons}{}", names.join("::")))
}

/// Returns the path that an expression is, if it has no generic arguments.
pub(crate) fn plain_path(value: &Expr) -> Option<&Path> {
    let Expr::Path(ExprPath { attrs, qself, path }) = value else {
        return None;
    };
    let mut segments = path.segments.iter();
    let is_plain =
        attrs.is_empty() && qself.is_none() && segments.all(|segment| segment.arguments.is_none());
    is_plain.then_some(path)
}

/// Returns the tokens as the user wrote them, on one line.
pub(crate) fn source_text(tokens: impl ToTokens) -> String {
    let mut text = SourceText::default();
    text.add(tokens.to_token_stream());
    text.text
}

#[derive(Default)]
struct SourceText {
    text: String,
    /// The end of the last token.
    end: Option<LineColumn>,
}

impl SourceText {
    fn add(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::None => ("", ""),
                    };
                    // A parsed group only keeps the span of the whole.
                    let (start, end) = (group.span().start(), group.span().end());
                    self.push(open, start, moved(start, 1));
                    self.skip_line(group.stream());
                    self.add(group.stream());
                    let close_start = moved(end, -1);
                    if self.end.is_some_and(|end| end.line < close_start.line) {
                        self.end = Some(close_start);
                    }
                    self.push(close, close_start, end);
                }
                other => {
                    let span = other.span();
                    self.push(&other.to_string(), span.start(), span.end());
                }
            }
        }
    }

    /// Avoids a space after a delimiter whose content starts on the next line.
    fn skip_line(&mut self, inside: TokenStream) {
        let first = inside.into_iter().next().map(|first| first.span().start());
        if let (Some(end), Some(first)) = (self.end, first)
            && end.line < first.line
        {
            self.end = Some(first);
        }
    }

    fn push(&mut self, token: &str, start: LineColumn, end: LineColumn) {
        if token.is_empty() {
            return;
        }
        let is_chained = |end: LineColumn| end.line < start.line && matches!(token, "." | "?");
        if self.end.is_some_and(|end| end != start && !is_chained(end)) {
            self.text.push(' ');
        }
        self.text.push_str(token);
        self.end = Some(end);
    }
}

/// Moves a position by this number of columns.
fn moved(place: LineColumn, by: isize) -> LineColumn {
    LineColumn {
        column: place.column.saturating_add_signed(by),
        ..place
    }
}

/// Returns the line of a span.
pub(crate) fn line(span: Span) -> usize {
    span.start().line
}
