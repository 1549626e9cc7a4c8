//! Finds mistakes in the use of `next`.
//!
//! The body is not parsed. A mistake is reported only if the tokens have no other meaning; all else
//! is left to rustc.

mod future;
mod provide;
mod tokens;

use proc_macro2::{Delimiter, TokenTree};
use syn::{Error, Pat};

use crate::{
    diagnostics::{Diagnostics, middleware as message},
    middleware::{
        check::body::{
            future::{missing_await, semicolon},
            provide::{not_provided, provided_twice, provides_nothing},
            tokens::Tokens,
        },
        definition::Definition,
    },
    syntax::source_text,
};

/// Reports the first mistake in a body whose signature is right. If it provides a type that the
/// `Next` does not name, the returned definition has that type.
pub(in crate::middleware) fn check_body(
    mut definition: Definition,
    diagnostics: &mut Diagnostics,
) -> Definition {
    let Some(next) = &definition.next else {
        return definition;
    };
    let Pat::Ident(pattern) = &next.pat else {
        return definition;
    };
    let Some(TokenTree::Group(body)) = definition.body.clone().into_iter().next() else {
        return definition;
    };
    if body.delimiter() != Delimiter::Brace {
        return definition;
    }
    let name = pattern.ident.to_string();
    let tokens = Tokens::new(body.stream());
    let uses = tokens.uses(&name);
    if next.provides.is_empty()
        && let Some(mistake) = provides_nothing(&tokens, &uses, next)
    {
        diagnostics.push(mistake.error);
        if let (Some(ty), Some(next)) = (mistake.ty, &mut definition.next) {
            next.provides.push(ty);
        }
        return definition;
    }
    let is_known = definition.known_output().is_some();
    let mistake = called(&tokens, &uses, &name)
        .or_else(|| not_provided(&tokens, &uses, &name, next))
        .or_else(|| provided_twice(&tokens, &uses))
        .or_else(|| spawned(&tokens, &uses, &name))
        .or_else(|| missing_await(&tokens, &uses, &name))
        .or_else(|| is_known.then(|| semicolon(&tokens, &uses)).flatten());
    if let Some(mistake) = mistake {
        diagnostics.push(mistake);
    }
    definition
}

/// Finds `next(req)` and `next.call(req)`.
fn called(tokens: &Tokens, uses: &[usize], name: &str) -> Option<Error> {
    uses.iter().find_map(|&at| {
        if let Some((arguments, _)) = tokens.call(at + 1, &["call", "oneshot"]) {
            let method = tokens.text(at + 2);
            let text = message::called_method(name, method, source_text(arguments));
            return Some(Error::new(tokens.span(at + 2), text));
        }
        let (arguments, _) = tokens.parentheses(at + 1)?;
        let text = message::called_next(name, source_text(arguments));
        Some(Error::new(tokens.span(at), text))
    })
}

/// Finds a call of `next` inside of `tokio::spawn(...)`, or of another function that requires a
/// `'static` argument.
fn spawned(tokens: &Tokens, uses: &[usize], name: &str) -> Option<Error> {
    (0..tokens.len()).find_map(|at| {
        if !is_spawn(tokens, at) {
            return None;
        }
        let (_, end) = tokens.parentheses(at + 1)?;
        let inside = uses.iter().find(|&&inside| at < inside && inside < end)?;
        Some(Error::new(
            tokens.span(*inside),
            message::spawned_next(name),
        ))
    })
}

/// Returns whether this is the last segment of a path to a function that spawns.
fn is_spawn(tokens: &Tokens, at: usize) -> bool {
    let module = |back: usize| {
        let start = at.checked_sub(back * 3);
        start.map_or("", |start| {
            if tokens.are(start + 1, &[":", ":"]) {
                tokens.text(start)
            } else {
                ""
            }
        })
    };
    match (module(2), module(1), tokens.text(at)) {
        (_, "tokio" | "thread", "spawn") => true,
        ("tokio", "task", name) => ["spawn", "spawn_local", "spawn_blocking"].contains(&name),
        _ => false,
    }
}
