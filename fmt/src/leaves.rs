//! Formats the Rust in bodies, by one call of rustfmt.
//!
//! Each leaf becomes the content of a function, behind as much text and at the indentation that it has in its body:
//!
//! ```text
//! GET "/" => index(1)          fn f() {{ aaaaaaaa = index(1); }}
//! ```

use std::{io, ops::Range};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{
    app::outline::LeafKind,
    braces::{keep_braces, remove_semicolons},
    plan::{After, Place},
    rustfmt::{Config, Rustfmt},
    verify::is_same,
};

/// Rust to be formatted.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) text: &'a str,
    pub(crate) kind: LeafKind,
    pub(crate) place: Place,
}

/// Formatted Rust.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    pub(crate) text: String,
    /// Whether it is too long for the line that it follows.
    pub(crate) is_on_next_line: bool,
}

/// The maximum number of calls of rustfmt. It formats a changed leaf again, since it is not always stable with comments.
const ROUNDS: usize = 5;

/// Formats leaves. One that would lose a comment or change its tokens stays as it is.
///
/// # Errors
///
/// Returns an error if rustfmt cannot parse one of them.
pub(crate) fn format(leaves: &[Input<'_>], rustfmt: &Rustfmt) -> io::Result<Vec<Code>> {
    let mut work: Vec<Work<'_>> = leaves
        .iter()
        .map(|leaf| Work::new(leaf, &rustfmt.config))
        .collect();
    for _ in 0..ROUNDS {
        let code: String = work
            .iter()
            .filter(|work| !work.is_done)
            .map(Work::source)
            .collect();
        if code.is_empty() {
            break;
        }
        let code = rustfmt.run_with_unix_newlines(&code)?;
        let mut formatted = unwrap(&code).unwrap_or_default().into_iter();
        for work in work.iter_mut().filter(|work| !work.is_done) {
            let missing = || io::Error::other("rustfmt returned other functions");
            work.receive(formatted.next().ok_or_else(missing)?);
        }
    }
    let codes = work.into_iter().map(|work| {
        if work.is_done {
            work.code
        } else {
            Code::unchanged(work.leaf)
        }
    });
    Ok(codes.collect())
}

/// A leaf, and how far it is.
struct Work<'a> {
    leaf: &'a Input<'a>,
    code: Code,
    /// Whether rustfmt has removed its braces, so that they must be kept.
    keeps_braces: bool,
    is_done: bool,
}

impl<'a> Work<'a> {
    fn new(leaf: &'a Input<'a>, config: &Config) -> Self {
        Self {
            leaf,
            code: Code::unchanged(leaf),
            keeps_braces: false,
            is_done: leaf.is_plain(config),
        }
    }

    /// Returns a function with the leaf.
    fn source(&self) -> String {
        let text = &self.code.text;
        self.leaf.wrap(&if self.keeps_braces {
            keep_braces(text)
        } else {
            text.clone()
        })
    }

    /// Takes the output of rustfmt.
    fn receive(&mut self, mut code: Code) {
        if self.keeps_braces {
            code.text = remove_semicolons(self.leaf.text, &code.text).unwrap_or_default();
        }
        if is_same(self.leaf.text, &code.text) {
            self.is_done = self.code.text == code.text;
            self.code = code;
        } else {
            self.is_done = self.keeps_braces;
            self.keeps_braces = true;
            self.code = Code::unchanged(self.leaf);
        }
    }
}

impl Code {
    fn unchanged(leaf: &Input<'_>) -> Self {
        Self {
            text: leaf.text.to_owned(),
            is_on_next_line: false,
        }
    }
}

impl Input<'_> {
    /// Returns whether this is a path that fits on its line, of which rustfmt changes nothing.
    fn is_plain(&self, config: &Config) -> bool {
        let prefix = match self.place.after {
            After::Nothing => 0,
            After::Prefix(width) => width,
        };
        let is_path = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == ':';
        self.kind == LeafKind::Expression
            && self.text.chars().all(is_path)
            && self.place.depth * config.tab_spaces + prefix + self.text.len() < config.max_width
    }

    /// Returns a function with the leaf.
    fn wrap(&self, text: &str) -> String {
        let is_element = self.kind == LeafKind::Expression && self.place.after == After::Nothing;
        // rustfmt indents the elements of an array by one level more than the array.
        let depth = self.place.depth - usize::from(is_element);
        let content = match (self.kind, self.place.after) {
            (LeafKind::Attribute, _) => format!("{text}\nfn f() {{}}"),
            (LeafKind::Signature, _) => format!("{text} {{\n_\n}}"),
            // The comment puts each element on a line of its own.
            (LeafKind::Expression, After::Nothing) => format!("[\n//\n{text},\n];"),
            (LeafKind::Expression, After::Prefix(width)) => {
                let variable = "a".repeat(width.saturating_sub(" = ".len()).max(1));
                format!("{variable} = {text};")
            }
        };
        let (open, close) = ("{\n".repeat(depth), "}".repeat(depth));
        format!("fn f(){open}{content}\n{close}\n")
    }
}

/// Returns the content of each function.
fn unwrap(code: &str) -> Option<Vec<Code>> {
    let tokens: TokenStream = code.parse().ok()?;
    let functions = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    });
    functions.map(|function| content(function, code)).collect()
}

/// Returns the content of a function, inside of its blocks.
fn content(block: TokenStream, code: &str) -> Option<Code> {
    let tokens: Vec<TokenTree> = block.into_iter().collect();
    let is_sign = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let (before, range) = match &*tokens {
        [TokenTree::Group(block)] => return content(block.stream(), code),
        [TokenTree::Group(array), _] => {
            let elements: Vec<TokenTree> = array.stream().into_iter().collect();
            let end = elements.len()
                - usize::from(elements.last().is_some_and(|last| is_sign(last, ',')));
            let range = range_of(&elements[..end])?;
            (range.start, range)
        }
        [sign, content @ .., _, _, _, _] if is_sign(sign, '#') => {
            let start = sign.span().byte_range().start;
            (start, start..range_of(content)?.end)
        }
        [TokenTree::Ident(_), sign, content @ .., _] if is_sign(sign, '=') => {
            (sign.span().byte_range().end, range_of(content)?)
        }
        [signature @ .., _] => {
            let range = range_of(signature)?;
            (range.start, range)
        }
        [] => return None,
    };
    Some(Code {
        text: code[range.clone()].to_owned(),
        is_on_next_line: code[before..range.start].contains('\n'),
    })
}

fn range_of(tokens: &[TokenTree]) -> Option<Range<usize>> {
    let start = tokens.first()?.span().byte_range().start;
    let end = tokens.last()?.span().byte_range().end;
    Some(start..end)
}
