//! Reads the text and the parameters of a segment, in any framework's syntax.

use crate::app::check::foreign_path::{
    brackets::enclosed,
    parameter::{Brackets, Parameter, declared, split_name},
};

/// A segment with a parameter.
pub(super) struct Segment<'a> {
    /// The text before the parameter.
    pub(super) before: &'a str,
    /// The parameter as written.
    pub(super) found: &'a str,
    pub(super) parameter: Parameter,
    /// The text or the parameter after it.
    pub(super) after: Option<&'a str>,
    /// The names of all parameters of the segment.
    pub(super) all_names: String,
}

/// A part of a segment.
enum Piece<'a> {
    Text(&'a str),
    Parameter {
        found: &'a str,
        parameter: Parameter,
    },
}

/// Reads a segment, if it has a parameter.
pub(super) fn read(segment: &str) -> Option<Segment<'_>> {
    let pieces = pieces(segment);
    let names = pieces.iter().filter_map(|piece| match piece {
        Piece::Parameter { parameter, .. } if !parameter.name.is_empty() => Some(&*parameter.name),
        _ => None,
    });
    let all_names = names.collect::<Vec<_>>().join("_");
    let mut pieces = pieces.into_iter().peekable();
    let before = match pieces.next_if(|piece| matches!(piece, Piece::Text(_))) {
        Some(Piece::Text(text)) => text,
        _ => "",
    };
    let Piece::Parameter { found, parameter } = pieces.next()? else {
        return None;
    };
    let after = pieces.next().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Parameter { found, .. } => found,
    });
    Some(Segment {
        before,
        found,
        parameter,
        after,
        all_names,
    })
}

/// Reads a segment that is a name in doubled braces with spaces, `{{ id }}`. Without spaces, it is text.
pub(super) fn in_doubled_braces(segment: &str) -> Option<Parameter> {
    let written = segment.strip_prefix("{{")?.strip_suffix("}}")?;
    let inner = written.trim();
    if inner == written {
        return None;
    }
    let name = inner.strip_prefix('*').unwrap_or(inner);
    let (_, after) = split_name(name);
    (!name.is_empty() && after.is_empty()).then(|| Parameter {
        is_rest: name != inner,
        ..named(name)
    })
}

/// Splits a segment into text and parameters.
fn pieces(segment: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut follows_colon = false;
    while let Some(char) = segment[at..].chars().next() {
        let (before, rest) = segment.split_at(at);
        if rest.starts_with("{{") || rest.starts_with("}}") {
            at += 2;
            continue;
        }
        let begins = before.is_empty() || before.ends_with(['@', '-']);
        let is_colon = char == ':' && (begins || follows_colon);
        match parameter(before, rest, is_colon) {
            Some((parameter, length)) => {
                pieces.push(Piece::Text(&segment[start..at]));
                let found = &rest[..length];
                pieces.push(Piece::Parameter { found, parameter });
                follows_colon |= is_colon;
                at += length;
                start = at;
            }
            None => at += char.len_utf8(),
        }
    }
    pieces.push(Piece::Text(&segment[start..]));
    pieces.retain(|piece| !matches!(piece, Piece::Text("")));
    pieces
}

/// Reads a parameter with its modifiers. Returns it and the length of its text.
fn parameter(before: &str, rest: &str, is_colon: bool) -> Option<(Parameter, usize)> {
    let (mut parameter, mut length) = if is_colon {
        let (name, _) = split_name(&rest[1..]);
        (named(name), 1 + name.len())
    } else if let Some((parameter, length)) = in_brackets(rest) {
        (parameter, length)
    } else if let Some((parameter, length)) = regex(rest) {
        (parameter, length)
    } else if before.is_empty() {
        at_start(rest)?
    } else {
        return None;
    };
    loop {
        let rest = &rest[length..];
        let pattern = [('(', ')', true), ('<', '>', is_colon), ('{', '}', is_colon)]
            .into_iter()
            .filter(|&(_, _, is_modifier)| is_modifier)
            .find_map(|(open, close, _)| enclosed(rest, open, close));
        if let Some(pattern) = pattern {
            parameter.add_type(pattern);
            length += pattern.len() + 2;
        } else if rest.starts_with('?') {
            parameter.is_optional = true;
            length += 1;
        } else if rest == "*" || rest == "+" {
            parameter.is_rest = true;
            length += 1;
        } else {
            return Some((parameter, length));
        }
    }
}

fn named(name: &str) -> Parameter {
    Parameter {
        name: name.to_owned(),
        ..Parameter::default()
    }
}

fn typed(pattern: &str) -> Parameter {
    let mut parameter = Parameter::default();
    parameter.add_type(pattern);
    parameter
}

/// Reads `{id}`, `${id}`, `#{id}` or `<id>`.
fn in_brackets(rest: &str) -> Option<(Parameter, usize)> {
    let braces = rest.strip_prefix(['$', '#']).unwrap_or(rest);
    let mark = rest.len() - braces.len();
    if let Some(inner) = enclosed(braces, '{', '}') {
        return Some((declared(inner, Brackets::Braces), mark + inner.len() + 2));
    }
    let inner = enclosed(rest, '<', '>')?;
    Some((declared(inner, Brackets::Angles), inner.len() + 2))
}

/// Reads a class of a regex, such as `\d+`, or a group, such as `(?P<id>[0-9]+)`.
fn regex(rest: &str) -> Option<(Parameter, usize)> {
    if [r"\d", r"\w", r"\S"]
        .iter()
        .any(|class| rest.starts_with(class))
    {
        return Some((typed(rest), rest.len()));
    }
    let inner = enclosed(rest, '(', ')')?;
    let named_group = ["?P<", "?<"]
        .iter()
        .find_map(|start| inner.strip_prefix(start));
    let (name, pattern) = match named_group {
        Some(group) => group.split_once('>')?,
        None => ("", inner),
    };
    let is_regex = named_group.is_some()
        || [r"\", ".*", ".+", "[", "|"]
            .iter()
            .any(|sign| pattern.contains(sign));
    if !is_regex {
        return None;
    }
    let mut parameter = named(name);
    parameter.add_type(pattern);
    Some((parameter, inner.len() + 2))
}

/// Reads a parameter that only the start of a segment can have, such as `*rest` or `[id]`.
fn at_start(segment: &str) -> Option<(Parameter, usize)> {
    let after_stars = segment.trim_start_matches('*');
    let stars = segment.len() - after_stars.len();
    if stars > 0 {
        let (name, after) = split_name(after_stars);
        let mut parameter = named(name);
        // `*.css` is one segment.
        parameter.is_rest = matches!(after, "" | "?");
        return Some((parameter, stars + name.len()));
    }
    if let Some(inner) = enclosed(segment, '[', ']') {
        return in_squares(segment, inner).map(|parameter| (parameter, segment.len()));
    }
    (segment == ".*" || segment == ".+").then(|| (typed(segment), segment.len()))
}

/// Reads a whole segment in square brackets, or a class of a regex such as `[0-9]+`.
fn in_squares(segment: &str, inner: &str) -> Option<Parameter> {
    let after = &segment[inner.len() + 2..];
    let is_class = inner.starts_with('^') || inner.contains("0-9") || inner.contains("a-z");
    if is_class && !after.contains('[') {
        return Some(typed(segment));
    }
    if !after.is_empty() {
        return None;
    }
    // `[[...rest]]`
    let doubled = enclosed(inner, '[', ']').filter(|twice| twice.len() + 2 == inner.len());
    let mut parameter = declared(doubled.unwrap_or(inner), Brackets::Squares);
    parameter.is_optional |= doubled.is_some();
    Some(parameter)
}
