//! Corrects the signature of an application, so that the names exist which other code uses.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{
    Error, Signature,
    parse::{ParseStream, Result},
    token,
};

use crate::{
    app::parse::{
        lookahead::{KEYWORDS, METHODS, begins_before, begins_list},
        next_token::{begins_unknown_list, start, text},
    },
    diagnostics::app as message,
};

/// The signature of an application.
pub(super) struct Head {
    pub(super) sig: Signature,
    /// Whether the parameters are those that the user wrote.
    pub(super) is_whole: bool,
}

/// Reads the tokens of the signature, up to the lists or the block.
pub(super) fn read_head(input: ParseStream<'_>) -> Result<Vec<TokenTree>> {
    let mut tokens: Vec<TokenTree> = Vec::new();
    while !input.is_empty() && !input.peek(token::Brace) {
        // The content of an `app!` without a signature.
        let is_item = tokens.len() == 1 && !is_word(tokens.first(), "fn");
        if !is_item && (begins_list(input) || begins_before(input) || begins_unknown_list(input)) {
            break;
        }
        tokens.push(input.parse()?);
    }
    if tokens.is_empty() && !input.peek(token::Brace) {
        return Err(input.error(message::NO_HEAD));
    }
    Ok(tokens)
}

/// Returns the mistake of a signature, and what can be kept of it.
pub(super) fn recover(tokens: &[TokenTree], error: Error) -> (Error, Option<Head>) {
    let qualifiers = ["const", "async", "unsafe"];
    let is_qualifier =
        |token: &&TokenTree| qualifiers.iter().any(|word| is_word(Some(token), word));
    let start_at = tokens.iter().take_while(is_qualifier).count();
    match tokens.get(start_at) {
        Some(first) if is_word(Some(first), "fn") => {
            let after = &tokens[start_at + 1..];
            match after.first() {
                Some(TokenTree::Ident(name)) => Reader::new(name, &after[1..]).read(first, error),
                _ => (error, None),
            }
        }
        Some(first) => no_function(first, &tokens[start_at..]),
        None => (Error::new(error.span(), message::NO_HEAD), None),
    }
}

/// Returns the mistake of a signature without `fn`.
fn no_function(first: &TokenTree, tokens: &[TokenTree]) -> (Error, Option<Head>) {
    let written = text(first);
    let is_item = METHODS.contains(&&*written) || KEYWORDS.contains(&&*written);
    let TokenTree::Ident(word) = first else {
        let message = message::no_head(&written);
        return (Error::new(start(first), message), None);
    };
    if is_item || matches!(tokens.get(1), Some(TokenTree::Literal(_))) {
        let message = message::no_head(&written);
        return (Error::new(word.span(), message), None);
    }
    let is_group = |token: &TokenTree| matches!(token, TokenTree::Group(_));
    let end = tokens.iter().position(is_group).unwrap_or(tokens.len());
    let name = tokens[..end].iter().rev().find_map(|token| match token {
        TokenTree::Ident(name) if name != "Router" => Some(name),
        _ => None,
    });
    let name = name.unwrap_or(word);
    let error = Error::new(word.span(), message::no_function(&written, name));
    let begins_lower = name.to_string().starts_with(char::is_lowercase);
    let head = begins_lower
        .then(|| stub(name, &TokenStream::new()))
        .flatten();
    (error, head)
}

/// Returns a signature with nothing but a name and parameters.
fn stub(name: &Ident, parameters: &TokenStream) -> Option<Head> {
    let router = Ident::new("Router", name.span());
    let sig = syn::parse2(quote!(fn #name(#parameters) -> #router)).ok()?;
    let is_whole = false;
    Some(Head { sig, is_whole })
}

/// Reads a signature after its name.
struct Reader<'a> {
    name: &'a Ident,
    tokens: &'a [TokenTree],
    /// The first mistake.
    error: Option<Error>,
    is_whole: bool,
}

impl<'a> Reader<'a> {
    fn new(name: &'a Ident, tokens: &'a [TokenTree]) -> Self {
        let error = None;
        Self {
            name,
            tokens,
            error,
            is_whole: true,
        }
    }

    fn report(&mut self, at: Span, message: String) {
        self.error.get_or_insert_with(|| Error::new(at, message));
    }

    fn read(mut self, word: &TokenTree, otherwise: Error) -> (Error, Option<Head>) {
        let parameters = self.tokens.iter().position(is_parameters);
        let (generics, parameters, rest) = match parameters {
            Some(at) => (
                &self.tokens[..at],
                Some(&self.tokens[at]),
                &self.tokens[at + 1..],
            ),
            None => (&self.tokens[..0], None, self.tokens),
        };
        let parameters = match parameters {
            Some(TokenTree::Group(group)) => self.parameters(group),
            _ => {
                self.report(self.name.span(), message::no_parameters(self.name));
                TokenStream::new()
            }
        };
        let output = self.output(rest);
        let name = self.name;
        let generics: TokenStream = generics.iter().cloned().collect();
        let parsed = syn::parse2(quote!(#word #name #generics (#parameters) #output));
        let head = match parsed {
            Ok(sig) => Some(Head {
                sig,
                is_whole: self.is_whole,
            }),
            Err(_) => stub(name, &parameters).or_else(|| stub(name, &TokenStream::new())),
        };
        (self.error.unwrap_or(otherwise), head)
    }

    /// Returns the parameters without default values. One without a type gets any type.
    fn parameters(&mut self, group: &Group) -> TokenStream {
        let mut kept = TokenStream::new();
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        for parameter in tokens.split(|token| is_sign(token, ',')) {
            let default = parameter.iter().position(|token| is_sign(token, '='));
            if let Some(sign) = default.and_then(|at| parameter.get(at)) {
                self.report(sign.span(), message::DEFAULT_VALUE.to_owned());
            }
            let parameter = &parameter[..default.unwrap_or(parameter.len())];
            match parameter {
                [TokenTree::Ident(name)] if name != "self" => {
                    self.report(name.span(), message::untyped(name));
                    self.is_whole = false;
                    kept.extend(quote!(_: impl ::core::marker::Sized,));
                }
                [] => {}
                _ => {
                    kept.extend(parameter.iter().cloned());
                    kept.extend(quote!(,));
                }
            }
        }
        kept
    }

    /// Returns `-> Type where ...`, whatever is written in place of the arrow.
    fn output(&mut self, tokens: &[TokenTree]) -> TokenStream {
        let mut arrow = tokens.iter();
        let found: Vec<&TokenTree> = arrow
            .by_ref()
            .take_while(|token| matches!(token, TokenTree::Punct(_)))
            .collect();
        let signs: String = found.iter().map(|token| text(token)).collect();
        let rest: TokenStream = tokens[found.len()..].iter().cloned().collect();
        let has_type = tokens.len() > found.len();
        match tokens.first() {
            Some(first) if signs != "->" && has_type => {
                let found = if signs.is_empty() { text(first) } else { signs };
                let help = message::head_help(self.name, &rest);
                let message = message::expected_but_found("`->`", &found, &help);
                self.report(start(first), message);
            }
            _ => {}
        }
        if !has_type {
            self.report(self.name.span(), message::no_output(self.name));
            let router = Ident::new("Router", self.name.span());
            return quote!(-> #router);
        }
        quote!(-> #rest)
    }
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_parameters(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
}

fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}
