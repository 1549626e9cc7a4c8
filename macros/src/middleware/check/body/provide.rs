//! Finds mistakes in the use of `next.provide(...)`.

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Error, Token, Type, parse::Parser, parse_quote, punctuated::Punctuated, spanned::Spanned,
};

use crate::{
    diagnostics::middleware as message,
    middleware::{check::body::tokens::Tokens, definition::NextParameter},
    syntax::{readable, source_text},
};

/// A `provide` on a `Next` without a type, and the type that the user meant.
pub(super) struct Unprovided {
    pub(super) error: Error,
    pub(super) ty: Option<Type>,
}

/// Finds `next.provide(value)` on a `Next` without a type.
pub(super) fn provides_nothing(
    tokens: &Tokens,
    uses: &[usize],
    next: &NextParameter,
) -> Option<Unprovided> {
    let mut calls = uses
        .iter()
        .filter_map(|&at| tokens.call(at + 1, &["provide"]));
    let (value, _) = calls.find(|(value, _)| !is_unit(value))?;
    let ty = type_of(&value).or_else(|| type_of_variable(tokens, &value));
    let name = ty
        .as_ref()
        .map_or_else(|| "T".to_owned(), ToString::to_string);
    Some(Unprovided {
        error: Error::new(next.path.span(), message::provides_nothing(name)),
        ty: ty.map(|ty| parse_quote!(#ty)),
    })
}

/// Finds `next.run(req)` on a `Next` whose types are not provided yet.
pub(super) fn not_provided(
    tokens: &Tokens,
    uses: &[usize],
    name: &str,
    next: &NextParameter,
) -> Option<Error> {
    let types = match next.provides.as_slice() {
        [] => return None,
        [ty] => readable(ty),
        types => format!(
            "({})",
            types.iter().map(readable).collect::<Vec<_>>().join(", ")
        ),
    };
    uses.iter().find_map(|&at| {
        let at = tokens
            .call(at + 1, &["clone"])
            .map_or(at + 1, |(_, after)| after);
        let (arguments, _) = tokens.call(at, &["run", "try_run"])?;
        let call = format!("{}({})", tokens.text(at + 1), source_text(arguments));
        let text = message::not_provided(name, &types, &call);
        Some(Error::new(tokens.span(at + 1), text))
    })
}

/// Finds `next.provide(a).provide(b)`, also over two statements, and `next.provide(a, b)`.
pub(super) fn provided_twice(tokens: &Tokens, uses: &[usize]) -> Option<Error> {
    uses.iter().find_map(|&at| {
        let (first, after) = tokens.call(at + 1, &["provide"])?;
        if arguments(&first) > 1 {
            let text = message::second_provide(values(&[first]));
            return Some(Error::new(tokens.span(at + 2), text));
        }
        let again = rebound(tokens, at, after).unwrap_or(after);
        let (second, _) = tokens.call(again, &["provide"])?;
        let text = message::second_provide(values(&[first, second]));
        Some(Error::new(tokens.span(again + 1), text))
    })
}

/// Returns the number of arguments of a call.
fn arguments(tokens: &TokenStream) -> usize {
    let parser = Punctuated::<syn::Expr, Token![,]>::parse_terminated;
    parser
        .parse2(tokens.clone())
        .map_or(0, |arguments| arguments.len())
}

fn values(values: &[TokenStream]) -> String {
    let values = values
        .iter()
        .map(source_text)
        .collect::<Vec<_>>()
        .join(", ");
    if values.len() > 60 {
        "a, b".to_owned()
    } else {
        values
    }
}

/// Returns the index after the next occurrence of a variable that is bound to the call, if it is
/// used or bound to itself there.
fn rebound(tokens: &Tokens, at: usize, after: usize) -> Option<usize> {
    let variable = at.checked_sub(2)?;
    let binds = tokens.before(at) == "=" && matches!(tokens.before(variable), "let" | "mut");
    if !binds || tokens.text(after) != ";" {
        return None;
    }
    let name = tokens.text(variable);
    let next =
        (after..tokens.len()).find(|&at| tokens.text(at) == name && tokens.before(at) != ".")?;
    if tokens.are(next + 1, &["=", name]) {
        return Some(next + 3);
    }
    (tokens.before(next) != "let").then_some(next + 1)
}

/// Returns the type of `User { .. }`, `User(..)` and `User::new(..)`, as far as its name says.
fn type_of(value: &TokenStream) -> Option<proc_macro2::Ident> {
    /// Types whose values do not show their type arguments, and variants.
    const GENERIC: [&str; 16] = [
        "Arc",
        "Box",
        "BTreeMap",
        "BTreeSet",
        "Cow",
        "Err",
        "Extension",
        "HashMap",
        "HashSet",
        "Mutex",
        "None",
        "Ok",
        "Rc",
        "RwLock",
        "Some",
        "Vec",
    ];
    let mut tokens = value.clone().into_iter();
    let Some(TokenTree::Ident(name)) = tokens.next() else {
        return None;
    };
    let is_type = name.to_string().starts_with(char::is_uppercase)
        && !GENERIC.iter().any(|generic| name == generic);
    let rest: Vec<String> = tokens.map(|token| token.to_string()).collect();
    let is_value = match rest
        .iter()
        .map(|text| &**text)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => true,
        [group] => group.starts_with(['{', '(']),
        [":", ":", last, ..] => last.starts_with(char::is_alphabetic),
        _ => false,
    };
    // A constant such as `USER` is no type.
    let is_constant = name
        .to_string()
        .chars()
        .all(|letter| !letter.is_lowercase())
        && name.to_string().len() > 1;
    (is_type && is_value && !is_constant).then_some(name)
}

/// Returns the type of a variable that the body binds with its type, or to a value that shows it.
fn type_of_variable(tokens: &Tokens, value: &TokenStream) -> Option<proc_macro2::Ident> {
    let name = value.to_string();
    (0..tokens.len()).find_map(|at| {
        if tokens.text(at) != name || !matches!(tokens.before(at), "let" | "mut") {
            return None;
        }
        tokens.rest_of_statement(at + 2).and_then(|rest| {
            let is_typed = tokens.text(at + 1) == ":";
            type_of(&if is_typed { before_equals(rest) } else { rest })
        })
    })
}

fn before_equals(rest: TokenStream) -> TokenStream {
    let is_equals =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '=');
    rest.into_iter()
        .take_while(|token| !is_equals(token))
        .collect()
}

/// Returns whether an argument list is empty or `()`.
fn is_unit(arguments: &TokenStream) -> bool {
    matches!(&*arguments.to_string(), "" | "()")
}
