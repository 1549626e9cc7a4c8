//! `RoutePath`, the path or prefix of an item.

use proc_macro2::{Literal, Span, TokenStream};
use quote::ToTokens;
use syn::{
    Lit,
    parse::{Parse, ParseStream, Result},
};

/// A path or prefix: as written, or the full one with the span of its last part.
///
/// `syn::LitStr` parses its text in each call, which is a large part of an expansion without optimization.
pub(super) struct RoutePath {
    text: String,
    at: Span,
}

impl RoutePath {
    /// Parses a string literal, if it is the next token.
    pub(super) fn parse_if_present(input: ParseStream<'_>) -> Option<Self> {
        let (literal, _) = input.cursor().literal()?;
        let at = literal.span();
        let text = match without_quotes(&literal) {
            Some(text) => text,
            None => match Lit::new(literal) {
                Lit::Str(text) => text.value(),
                _ => return None,
            },
        };
        let _: Literal = input.parse().ok()?;
        Some(Self { text, at })
    }

    /// Returns the full path under a prefix. The path `/` under a prefix is the prefix itself.
    pub(super) fn under(self, prefix: &str) -> Self {
        let text = match (prefix, &*self.text) {
            ("", _) => self.text,
            (prefix, "/") => prefix.to_owned(),
            (prefix, path) => format!("{prefix}{path}"),
        };
        Self { text, ..self }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn span(&self) -> Span {
        self.at
    }
}

impl Parse for RoutePath {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        Self::parse_if_present(input).ok_or_else(|| input.error("expected a string literal"))
    }
}

impl ToTokens for RoutePath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let mut literal = Literal::string(&self.text);
        literal.set_span(self.at);
        literal.to_tokens(tokens);
    }
}

/// Returns the text of a string literal, or `None` if it is raw, has an escape or is another literal.
fn without_quotes(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('\\')).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use syn::{LitStr, parse::ParseStream, parse_str};

    use super::RoutePath;

    #[test]
    fn the_text_is_the_one_of_the_literal() {
        let parse = |input: ParseStream<'_>| Ok(RoutePath::parse_if_present(input));
        for source in [
            "\"/a\"",
            "\"\"",
            "\"/ü\"",
            r#""/a\x2fb\u{e9}\"""#,
            "\"/a\\\n    b\"",
            r#"r"/a\x2f""#,
            "r#\"/a\"b\"#",
            "\"/a\"suffix",
            "b\"/a\"",
            "c\"/a\"",
            "'a'",
            "5",
            "a",
        ] {
            let expected = parse_str::<LitStr>(source).ok().map(|text| text.value());
            let path = syn::parse::Parser::parse_str(parse, source);
            let path = path.ok().flatten().map(|path| path.text().to_owned());
            assert_eq!(path, expected, "{source}");
        }
    }
}
