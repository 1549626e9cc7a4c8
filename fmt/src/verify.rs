//! Compares the tokens and the comments of two texts.

use crate::lex::{Kind, Lexeme, lex};

/// Returns whether both texts have the same tokens and comments in the same order. A comma at the end of a list may be
/// missing in one of them, and the lines of a comment may have another indentation.
pub(crate) fn is_same(before: &str, after: &str) -> bool {
    let (Ok(old), Ok(new)) = (lex(before), lex(after)) else {
        return false;
    };
    tokens(before, &old) == tokens(after, &new) && comments(before, &old) == comments(after, &new)
}

/// Returns the tokens without the commas at the ends of lists.
fn tokens<'a>(text: &'a str, lexemes: &[Lexeme]) -> Vec<&'a str> {
    let tokens = lexemes.iter().filter(|lexeme| !lexeme.is_comment());
    let tokens: Vec<&Lexeme> = tokens.collect();
    let mut kept = Vec::new();
    // For each group that is open, the number of its commas, and whether it may be a tuple.
    let mut groups: Vec<(usize, bool)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let written = &text[token.range.clone()];
        match token.kind {
            Kind::Open => {
                let before = at.checked_sub(1).and_then(|at| tokens.get(at));
                let is_called = before.is_some_and(|before| ends_callee(before, text));
                groups.push((0, written == "(" && !is_called));
            }
            Kind::Close => drop(groups.pop()),
            _ => {}
        }
        if written == "," {
            let next = tokens.get(at + 1).map(|next| &text[next.range.clone()]);
            let ends_list = match next {
                None | Some(")" | "]" | "}" | ">") => true,
                // A `where` clause.
                Some("{" | "before" | "with") => groups.is_empty(),
                _ => false,
            };
            let group = groups.last_mut();
            let is_tuple_of_one = group.is_some_and(|group| {
                group.0 += 1;
                *group == (1, true)
            });
            if ends_list && !is_tuple_of_one {
                continue;
            }
        }
        kept.push(written);
    }
    kept
}

/// Returns whether parentheses after this token have arguments. Otherwise, they may be a tuple.
fn ends_callee(token: &Lexeme, text: &str) -> bool {
    let written = &text[token.range.clone()];
    matches!(token.kind, Kind::Word | Kind::Close) || matches!(written, ">" | "!" | "?")
}

/// Returns the comments, without the white space around their lines.
fn comments<'a>(text: &'a str, lexemes: &[Lexeme]) -> Vec<Vec<&'a str>> {
    let comments = lexemes.iter().filter(|lexeme| lexeme.is_comment());
    comments
        .map(|comment| text[comment.range.clone()].lines().map(str::trim).collect())
        .collect()
}
