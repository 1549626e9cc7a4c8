//! Which scope owns a path, and which paths are less specific than its prefix.

use std::{cmp::Ordering, collections::BTreeMap};

use percent_encoding::percent_decode_str;

use crate::model::Scope;

pub(super) type Params = BTreeMap<String, String>;

/// A segment of a prefix or of the path of a route.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Segment {
    Text(&'static str),
    /// `x-{name}`.
    Partial(&'static str, &'static str),
    Parameter(&'static str),
    CatchAll,
}

pub(super) fn segments(path: &'static str) -> Vec<Segment> {
    let segments = path.split('/').skip(1);
    let segment = |segment: &'static str| match segment.split_once('{') {
        None => Segment::Text(segment),
        Some((_, name)) if name.starts_with('*') => Segment::CatchAll,
        Some(("", name)) => Segment::Parameter(name.trim_end_matches('}')),
        Some((before, name)) => Segment::Partial(before, name.trim_end_matches('}')),
    };
    segments.map(segment).collect()
}

pub(super) struct Prefix {
    pub(super) scope: usize,
    segments: Vec<Segment>,
}

/// The scope that owns a path, and the values of the parameters of its prefix.
pub(super) struct Owner<'a> {
    pub(super) prefix: &'a Prefix,
    pub(super) params: Params,
}

/// Returns the prefixes of the scopes that exist, the most specific first.
pub(super) fn prefixes(scopes: &[Scope], exists: impl Fn(usize) -> bool) -> Vec<Prefix> {
    let prefix = |(scope, of): (usize, &Scope)| {
        if !exists(scope) {
            return None;
        }
        let segments = segments(of.prefix?);
        Some(Prefix { scope, segments })
    };
    let mut prefixes: Vec<_> = scopes.iter().enumerate().filter_map(prefix).collect();
    prefixes.sort_by(|a, b| by_specificity(&a.segments, &b.segments));
    prefixes
}

fn by_specificity(a: &[Segment], b: &[Segment]) -> Ordering {
    let ranks = |&(a, b): &(&Segment, &Segment)| rank(*a).cmp(&rank(*b));
    let first = a.iter().zip(b).map(|pair| ranks(&pair));
    let differing = first.into_iter().find(|order| order.is_ne());
    differing.unwrap_or(b.len().cmp(&a.len()))
}

fn rank(segment: Segment) -> u8 {
    match segment {
        Segment::Text(_) => 0,
        Segment::Partial(..) => 1,
        Segment::Parameter(_) => 2,
        Segment::CatchAll => 3,
    }
}

/// Returns the owner of what the path means, or else the owner of the path as spelled.
pub(super) fn owner<'a>(prefixes: &'a [Prefix], path: &str) -> Option<Owner<'a>> {
    let meaning = meaning(path);
    let meaning: Vec<_> = meaning.iter().map(String::as_str).collect();
    find(prefixes, &meaning).or_else(|| spelled_owner(prefixes, path))
}

/// Returns the owner of the path as spelled.
pub(super) fn spelled_owner<'a>(prefixes: &'a [Prefix], path: &str) -> Option<Owner<'a>> {
    let spelled: Vec<_> = path.split('/').skip(1).collect();
    let mut owner = find(prefixes, &spelled)?;
    for value in owner.params.values_mut() {
        *value = decoded(value);
    }
    Some(owner)
}

fn find<'a>(prefixes: &'a [Prefix], path: &[&str]) -> Option<Owner<'a>> {
    prefixes.iter().find_map(|prefix| {
        let params = fit(&prefix.segments, path)?;
        Some(Owner { prefix, params })
    })
}

/// Returns whether the path means what it spells, whether it ends with a slash or not.
pub(super) fn is_plain(path: &str) -> bool {
    let spelled = path.strip_suffix('/').unwrap_or(path).split('/').skip(1);
    !path.contains('%') && spelled.eq(meaning(path))
}

/// Returns whether a route matches what the path means, or a mount something above it.
pub(super) fn means(route: &[Segment], is_mount: bool, path: &str) -> bool {
    let meaning = meaning(path);
    let path: Vec<_> = meaning.iter().map(String::as_str).collect();
    match route {
        [before @ .., Segment::CatchAll] => {
            path.len() > before.len() && fit(before, &path).is_some()
        }
        _ => (is_mount || route.len() == path.len()) && fit(route, &path).is_some(),
    }
}

pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Returns the segments that a path means.
pub(crate) fn meaning(path: &str) -> Vec<String> {
    let mut segments = Vec::new();
    for segment in decoded(path).split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment.to_owned()),
        }
    }
    segments
}

/// Returns the values of the parameters if the path begins with the prefix.
fn fit(prefix: &[Segment], path: &[&str]) -> Option<Params> {
    let mut params = Params::new();
    if path.len() < prefix.len() {
        return None;
    }
    for (at, (segment, &text)) in prefix.iter().zip(path).enumerate() {
        let (before, name) = match *segment {
            Segment::Text(expected) if text == expected => continue,
            Segment::Parameter(name) => ("", name),
            Segment::Partial(before, name) => (before, name),
            _ => return None,
        };
        let value = text.strip_prefix(before)?;
        // As in axum's table, a parameter is empty only before a slash.
        if value.is_empty() && at + 1 == path.len() {
            return None;
        }
        params.insert(name.to_owned(), value.to_owned());
    }
    Some(params)
}

impl Prefix {
    /// Returns whether a route with this path answers what the scope of this prefix owns.
    pub(super) fn is_answered_by(&self, path: &[Segment]) -> bool {
        for (at, &segment) in self.segments.iter().enumerate() {
            match (segment, path.get(at)) {
                (Segment::Text(ours), Some(Segment::Text(theirs))) if ours == *theirs => {}
                (Segment::Partial(ours, _), Some(Segment::Partial(theirs, _)))
                    if ours == *theirs => {}
                (Segment::Parameter(_), Some(Segment::Parameter(_))) => {}
                (Segment::Parameter(_), Some(Segment::Text(_) | Segment::Partial(..))) => {
                    return true;
                }
                (Segment::Partial(before, _), Some(Segment::Text(text))) => {
                    return text.starts_with(before);
                }
                // Less specific, of another text, or shorter.
                _ => return false,
            }
        }
        true
    }
}
