//! Takes away what is not part of a path: anchors, methods, hosts, queries and optional groups.

use crate::app::check::foreign_path::mistake::{Kind, Mistake};

/// The path in what was written.
pub(super) struct Alone {
    pub(super) path: String,
    /// The number of optional segments at the end.
    pub(super) optional: usize,
    /// What was taken away.
    pub(super) mistakes: Vec<Mistake>,
}

/// Returns the path alone.
pub(super) fn path_alone(written: &str) -> Alone {
    let mut mistakes = Vec::new();
    let is_regex = ["^", "~ ", "~* "]
        .iter()
        .any(|start| written.starts_with(start));
    let mut path = if is_regex {
        mistakes.push(Mistake::new(Kind::Regex, written));
        let path = written.trim_start_matches(['^', '~', '*', ' ']);
        let path = path.trim_end_matches('$');
        path.replace(r"\/", "/")
            .replace(r"\.", ".")
            .replace(r"\-", "-")
    } else {
        without_origin(without_method(written)).to_owned()
    };
    if !path.starts_with('/') {
        path.insert(0, '/');
    }
    if !is_regex && !written.starts_with('/') {
        mistakes.push(Mistake::new(Kind::NoSlash, written));
    }
    if let Some(at) = query_start(&path) {
        mistakes.push(Mistake::new(Kind::Query, &path[at..]));
        path.truncate(at);
    }
    if let Some(before) = path.strip_suffix("{$}") {
        mistakes.push(Mistake::new(Kind::NotName, "{$}"));
        path.truncate(before.len());
    }
    let (path, optional) = match without_groups(&path) {
        Some((without, optional)) => {
            let start = path
                .find("[/")
                .or_else(|| path.find("(/"))
                .unwrap_or_default();
            mistakes.push(Mistake::new(Kind::Optional, &path[start..]));
            (without, optional)
        }
        None => (path, 0),
    };
    Alone {
        path,
        optional,
        mistakes,
    }
}

/// Removes the method of `GET /users`.
fn without_method(path: &str) -> &str {
    match path.split_once(' ') {
        Some((method, path))
            if path.starts_with('/') && method.chars().all(|char| char.is_ascii_uppercase()) =>
        {
            path
        }
        _ => path,
    }
}

/// Removes the scheme and the host of `https://example.com/users`.
fn without_origin(path: &str) -> &str {
    let after_scheme = path
        .strip_prefix("https://")
        .or_else(|| path.strip_prefix("http://"));
    after_scheme.map_or(path, |path| &path[path.find('/').unwrap_or(path.len())..])
}

/// Returns where a query or a fragment starts.
fn query_start(path: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, char) in path.char_indices() {
        let next = path[at + char.len_utf8()..].chars().next();
        match char {
            '{' | '<' | '(' | '[' => depth += 1,
            '}' | '>' | ')' | ']' => depth = depth.saturating_sub(1),
            // `:id?` is an optional parameter, and `#{id}` a parameter.
            '?' if depth == 0
                && next.is_some_and(|next| next.is_alphanumeric() || "_<{".contains(next)) =>
            {
                return Some(at);
            }
            '#' if depth == 0 && next != Some('{') => return Some(at),
            _ => {}
        }
    }
    None
}

/// Removes the brackets of optional groups at the end, as in `/users[/{id}]`. Returns the number of groups.
fn without_groups(path: &str) -> Option<(String, usize)> {
    let opened = path.replace("(/", "[/");
    let groups = opened.matches("[/").count();
    let closed = (0..groups).try_fold(&*opened, |path, _| path.strip_suffix([']', ')']))?;
    let is_segment = |group: &str| !group.contains('/');
    let are_segments = closed.split("[/").skip(1).all(is_segment);
    (groups > 0 && are_segments).then(|| (closed.replace("[/", "/"), groups))
}
