//! The tokens of a body as a flat list.

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};

/// The tokens of a body, with both ends of each group.
pub(super) struct Tokens {
    list: Vec<Token>,
}

struct Token {
    text: String,
    span: Span,
    /// The token, unless it ends a group.
    tree: Option<TokenTree>,
    /// The index of the end, if the token begins a group.
    end: Option<usize>,
}

impl Tokens {
    pub(super) fn new(body: TokenStream) -> Self {
        let mut tokens = Self { list: Vec::new() };
        tokens.add(body);
        tokens
    }

    fn add(&mut self, stream: TokenStream) {
        for token in stream {
            let TokenTree::Group(group) = &token else {
                self.push(token.to_string(), token.span(), Some(token));
                continue;
            };
            let (open, close) = match group.delimiter() {
                Delimiter::Parenthesis => ("(", ")"),
                Delimiter::Brace => ("{", "}"),
                Delimiter::Bracket => ("[", "]"),
                Delimiter::None => ("", ""),
            };
            let at = self.list.len();
            self.push(open.to_owned(), group.span_open(), Some(token.clone()));
            self.add(group.stream());
            let end = self.list.len();
            self.push(close.to_owned(), group.span_close(), None);
            if let Some(token) = self.list.get_mut(at) {
                token.end = Some(end);
            }
        }
    }

    fn push(&mut self, text: String, span: Span, tree: Option<TokenTree>) {
        self.list.push(Token {
            text,
            span,
            tree,
            end: None,
        });
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns the text of a token, or nothing beyond the ends.
    pub(super) fn text(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |token| &token.text)
    }

    /// Returns the text of the token before this one.
    pub(super) fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.text(before))
    }

    pub(super) fn span(&self, at: usize) -> Span {
        self.list
            .get(at)
            .map_or_else(Span::call_site, |token| token.span)
    }

    /// Returns the content of the parentheses that begin here, and the index of the token after
    /// them.
    pub(super) fn parentheses(&self, at: usize) -> Option<(TokenStream, usize)> {
        let token = self.list.get(at).filter(|token| token.text == "(")?;
        match (&token.tree, token.end) {
            (Some(TokenTree::Group(group)), Some(end)) => Some((group.stream(), end + 1)),
            _ => None,
        }
    }

    /// Returns whether these are the next tokens.
    pub(super) fn are(&self, at: usize, texts: &[&str]) -> bool {
        let mut texts = texts.iter().enumerate();
        texts.all(|(offset, text)| self.text(at + offset) == *text)
    }

    /// Returns the arguments of a call `.name(...)` that begins here, and the index after it.
    pub(super) fn call(&self, at: usize, names: &[&str]) -> Option<(TokenStream, usize)> {
        let is_call = self.text(at) == "." && names.contains(&self.text(at + 1));
        is_call.then(|| self.parentheses(at + 2)).flatten()
    }

    /// Returns the tokens up to the semicolon, if there is one.
    pub(super) fn rest_of_statement(&self, at: usize) -> Option<TokenStream> {
        let mut rest = TokenStream::new();
        let mut at = at;
        while self.text(at) != ";" {
            let token = self.list.get(at)?;
            rest.extend(token.tree.clone());
            at = token.end.unwrap_or(at) + 1;
        }
        Some(rest)
    }

    pub(super) fn contains(&self, text: &str) -> bool {
        self.list.iter().any(|token| token.text == text)
    }

    /// Returns where the variable is used before anything may have bound its name anew.
    ///
    /// A use is followed by a method call or by arguments. Any other occurrence may be a pattern.
    pub(super) fn uses(&self, variable: &str) -> Vec<usize> {
        let names = (0..self.len()).filter(|&at| self.text(at) == variable);
        let mut names = names.filter(|&at| self.before(at) != ".").peekable();
        if self.contains("macro_rules") {
            return Vec::new();
        }
        let mut uses = Vec::new();
        while let Some(at) = names.next() {
            let before = self.before(at);
            let is_call = matches!(self.text(at + 1), "." | "(");
            if before == "fn" {
                // An item is in scope in the whole block.
                return Vec::new();
            }
            if is_call && !matches!(before, "let" | "mut" | "ref" | "|" | ":" | "@") {
                uses.push(at);
                continue;
            }
            // `let next = next...` still names the parameter.
            if self.are(at + 1, &["=", variable]) && names.peek() == Some(&(at + 2)) {
                uses.push(at + 2);
            }
            break;
        }
        uses
    }
}
