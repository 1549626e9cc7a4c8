//! Takes apart the text of a path in axum's syntax. Nothing is checked here.

/// Returns whether a path has a `{*rest}` parameter.
pub(super) fn catches_all(path: &str) -> bool {
    path.replace("{{", "").contains("{*")
}

/// Returns the names of the parameters of a path.
pub(super) fn parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|segment| {
        let (_, name) = segment.split_once('{')?;
        let name = name.strip_suffix('}')?;
        Some(name.strip_prefix('*').unwrap_or(name))
    })
}

/// Returns the path with empty braces for its parameters.
pub(super) fn without_names(path: &str) -> String {
    let segments = path
        .split('/')
        .map(|segment| match segment.split_once('{') {
            Some((before, _)) => format!("{before}{{}}"),
            None => segment.to_owned(),
        });
    segments.collect::<Vec<_>>().join("/")
}

/// A part of a path.
pub(super) enum Part<'a> {
    Text(String),
    Parameter { name: &'a str, is_rest: bool },
}

/// Splits a path into text and parameters. A doubled brace is text.
pub(super) fn parts(path: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest = path;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        let after = &rest[at + 1..];
        match after.split_once('}') {
            Some((name, behind)) if brace == "{" && !after.starts_with('{') => {
                parts.push(Part::Text(std::mem::take(&mut text)));
                parts.push(Part::Parameter {
                    name: name.trim_start_matches('*'),
                    is_rest: name.starts_with('*'),
                });
                rest = behind;
            }
            _ => {
                text.push_str(brace);
                rest = after.strip_prefix(brace).unwrap_or(after);
            }
        }
    }
    text.push_str(rest);
    parts.push(Part::Text(text));
    parts.retain(|part| !matches!(part, Part::Text(text) if text.is_empty()));
    parts
}
