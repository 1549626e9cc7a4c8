//! Tests of the expansions: of examples, of mistakes, and of random tokens.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod editor_cases;
mod error_recovery;
mod layer_cases;
mod mutations;
mod panics;
mod robustness;
mod snapshot_cases;
mod snapshots;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{app, handler, middleware};

/// An invocation of a macro.
#[derive(Clone)]
enum Invocation {
    App(TokenStream),
    Attribute {
        of: Attribute,
        options: TokenStream,
        item: TokenStream,
    },
}

#[derive(Clone, Copy)]
enum Attribute {
    Handler,
    Middleware,
}

impl Invocation {
    /// Returns the expansion as rustc reads it.
    fn expand(&self) -> TokenStream {
        read_by(Reader::Compiler, self.expand_for_both())
    }

    /// Returns the expansion as an editor reads it.
    fn expand_for_editor(&self) -> TokenStream {
        read_by(Reader::Editor, self.expand_for_both())
    }

    fn expand_for_both(&self) -> TokenStream {
        match self {
            Self::App(input) => app::expand(input),
            Self::Attribute { of, options, item } => match of {
                Attribute::Handler => handler::expand(options.clone(), item),
                Attribute::Middleware => middleware::expand(options.clone(), item),
            },
        }
    }

    /// Returns the main input: the braces of `app!`, or the item below an attribute.
    fn input(&self) -> &TokenStream {
        match self {
            Self::App(input) => input,
            Self::Attribute { item, .. } => item,
        }
    }

    fn with_input(&self, input: TokenStream) -> Self {
        match self {
            Self::App(_) => Self::App(input),
            Self::Attribute { of, options, .. } => Self::Attribute {
                of: *of,
                options: options.clone(),
                item: input,
            },
        }
    }

    /// Returns the invocation after a round trip through text, or `None` if it does not tokenize.
    fn relexed(&self) -> Option<Self> {
        let relex = |tokens: &TokenStream| tokens.to_string().parse().ok();
        Some(match self {
            Self::App(input) => Self::App(relex(input)?),
            Self::Attribute { of, options, item } => Self::Attribute {
                of: *of,
                options: relex(options)?,
                item: relex(item)?,
            },
        })
    }

    /// Returns the name of the declared function.
    fn name(&self) -> String {
        let tokens: Vec<TokenTree> = self.input().clone().into_iter().collect();
        let name = tokens
            .windows(2)
            .find(|pair| pair[0].to_string() == "fn")
            .map(|pair| pair[1].to_string());
        name.expect("an example declares a function")
    }
}

/// Who reads a piece of an expansion.
#[derive(Clone, Copy, PartialEq)]
enum Reader {
    Compiler,
    Editor,
}

/// Replaces code for one reader, `#[cfg(..)] { pass! { code } }`, by the code or by nothing.
fn read_by(reader: Reader, code: TokenStream) -> TokenStream {
    let mut read: Vec<TokenTree> = Vec::new();
    for token in code {
        let TokenTree::Group(group) = &token else {
            read.push(token);
            continue;
        };
        let of = match &*read {
            [.., TokenTree::Punct(hash), TokenTree::Group(cfg)] if hash.as_char() == '#' => {
                match &*cfg.stream().to_string().replace(' ', "") {
                    "cfg(not(rust_analyzer))" => Some(Reader::Compiler),
                    "cfg(rust_analyzer)" => Some(Reader::Editor),
                    _ => None,
                }
            }
            _ => None,
        };
        let Some(of) = of else {
            let inner = read_by(reader, group.stream());
            read.push(mutations::regroup(group, inner));
            continue;
        };
        read.truncate(read.len() - 2);
        if let Some(TokenTree::Group(passed)) = group.stream().into_iter().last()
            && of == reader
        {
            read.extend(read_by(reader, passed.stream()));
        }
    }
    read.into_iter().collect()
}

/// Returns every invocation in a piece of Rust, which need not parse.
fn invocations(source: TokenStream) -> Vec<Invocation> {
    let tokens: Vec<TokenTree> = source.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        if is_app(&tokens[..at]) {
            found.push(Invocation::App(group.stream()));
        } else if let Some((of, options)) = attribute(&tokens[..=at]) {
            // The item includes its other attributes, also those above this one.
            let mut first = at - 1;
            while first >= 2 && is_attribute(&tokens[first - 2..first]) {
                first -= 2;
            }
            let after = &tokens[at + 1..];
            let is_body = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            let end = after.iter().position(is_body).map_or(0, |body| body + 1);
            found.push(Invocation::Attribute {
                of,
                options,
                item: tokens[first..at - 1]
                    .iter()
                    .chain(&after[..end])
                    .cloned()
                    .collect(),
            });
        } else {
            found.extend(invocations(group.stream()));
        }
    }
    found
}

fn is_app(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(name), TokenTree::Punct(mark)]
        if name == "app" && mark.as_char() == '!')
}

fn is_attribute(pair: &[TokenTree]) -> bool {
    matches!(pair, [.., TokenTree::Punct(mark), TokenTree::Group(group)]
        if mark.as_char() == '#' && group.delimiter() == Delimiter::Bracket)
}

/// Returns this crate's attribute at the end of the tokens, and its options.
fn attribute(tokens: &[TokenTree]) -> Option<(Attribute, TokenStream)> {
    let TokenTree::Group(group) = tokens.last().filter(|_| is_attribute(tokens))? else {
        return None;
    };
    let mut inner = group.stream().into_iter();
    let of = match inner.next()?.to_string().as_str() {
        "handler" => Attribute::Handler,
        "middleware" => Attribute::Middleware,
        _ => return None,
    };
    let options = match inner.next() {
        Some(TokenTree::Group(options)) => options.stream(),
        _ => TokenStream::new(),
    };
    Some((of, options))
}
