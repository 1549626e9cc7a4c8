//! Finds the futures of `next` that are not awaited, and responses that are dropped.

use syn::Error;

use crate::{
    diagnostics::middleware as message, middleware::check::body::tokens::Tokens,
    syntax::source_text,
};

/// The methods of a response that no future has.
const RESPONSE_METHODS: [&str; 12] = [
    "body",
    "body_mut",
    "extensions",
    "extensions_mut",
    "headers",
    "headers_mut",
    "into_body",
    "into_parts",
    "status",
    "status_mut",
    "version",
    "version_mut",
];

/// Finds a `next.run(req)` without `.await` whose value is used as the response, or returned.
pub(super) fn missing_await(tokens: &Tokens, uses: &[usize], name: &str) -> Option<Error> {
    uses.iter().find_map(|&at| {
        let (run, end) = run(tokens, at)?;
        let (arguments, _) = tokens.parentheses(run + 1)?;
        let call = format!("{name}.{}({})", tokens.text(run), source_text(arguments));
        let is_response = tokens.call(end, &RESPONSE_METHODS).is_some()
            || is_returned(tokens, at, end)
            || is_response_in_variable(tokens, at, end);
        is_response.then(|| Error::new(tokens.span(run), message::missing_await(&call)))
    })
}

/// Finds `next.run(req).await;` at the end of the body.
pub(super) fn semicolon(tokens: &Tokens, uses: &[usize]) -> Option<Error> {
    uses.iter().find_map(|&at| {
        let (_, end) = run(tokens, at)?;
        if !tokens.are(end, &[".", "await", ";"]) {
            return None;
        }
        let last = tokens.len().checked_sub(1)?;
        let is_last = matches!(tokens.before(at), "" | ";" | "}") && end + 2 == last;
        let is_value = is_last || is_variable_at_end(tokens, at, last);
        is_value.then(|| Error::new(tokens.span(last), message::SEMICOLON))
    })
}

/// Returns whether a value is bound to a variable, which then is the last statement of the body.
fn is_variable_at_end(tokens: &Tokens, at: usize, last: usize) -> bool {
    let (Some(variable), Some(end)) = (at.checked_sub(2), last.checked_sub(1)) else {
        return false;
    };
    tokens.before(at) == "="
        && matches!(tokens.before(variable), "let" | "mut")
        && tokens.text(end) == tokens.text(variable)
        && tokens.text(last) == ";"
        && matches!(tokens.before(end), ";" | "}")
}

/// Returns the index of `run` in `next.run(..)` or `next.provide(..).run(..)`, and the index after
/// the call.
fn run(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let at = tokens
        .call(at + 1, &["clone"])
        .map_or(at + 1, |(_, after)| after);
    let dot = tokens.call(at, &["provide"]).map_or(at, |(_, after)| after);
    let (_, end) = tokens.call(dot, &["run", "try_run"])?;
    Some((dot + 1, end))
}

/// Returns whether a call is the value of the body or of a `return`. Inside of a closure or an
/// `async` block, that is another value.
fn is_returned(tokens: &Tokens, at: usize, end: usize) -> bool {
    if ["|", "async", "fn"]
        .iter()
        .any(|text| tokens.contains(text))
    {
        return false;
    }
    let (at, end) = match at.checked_sub(2) {
        Some(ok) if tokens.are(ok, &["Ok", "("]) && tokens.text(end) == ")" => (ok, end + 1),
        _ => (at, end),
    };
    let is_value = matches!(tokens.before(at), "" | ";") && end == tokens.len();
    is_value || tokens.before(at) == "return" && matches!(tokens.text(end), ";" | "}" | "")
}

/// Returns whether a call is bound to a variable that is then used as a response.
fn is_response_in_variable(tokens: &Tokens, at: usize, end: usize) -> bool {
    if tokens.before(at) != "=" || tokens.text(end) != ";" {
        return false;
    }
    let Some(variable) = at.checked_sub(2).map(|variable| tokens.text(variable)) else {
        return false;
    };
    let binds = at.checked_sub(3).map_or("", |before| tokens.text(before));
    if !matches!(binds, "let" | "mut") {
        return false;
    }
    let mut later = (end..tokens.len()).filter(|&at| tokens.text(at) == variable);
    let Some(first) = later.find(|&at| tokens.before(at) != ".") else {
        return false;
    };
    // The first use decides: a later one may be of another variable of this name.
    let is_value = matches!(tokens.before(first), ";" | "}") && first + 1 == tokens.len();
    tokens.call(first + 1, &RESPONSE_METHODS).is_some() || is_value
}
