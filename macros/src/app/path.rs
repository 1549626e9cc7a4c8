//! Takes apart the text of a path in axum's syntax. Nothing is checked here.

/// Returns whether a path has a `{*rest}` parameter.
pub(super) fn catches_all(path: &str) -> bool {
    path.replace("{{", "").contains("{*")
}

/// Returns the names of the parameters of a path.
pub(super) fn parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter_map(|segment| {
        let parameter = &segment[literal(segment).len()..];
        let name = parameter.strip_prefix('{')?.strip_suffix('}')?;
        Some(name.strip_prefix('*').unwrap_or(name))
    })
}

/// Returns the path with empty braces for its parameters.
pub(super) fn without_names(path: &str) -> String {
    let segments = path.split('/').map(|segment| match literal(segment) {
        text if text == segment => segment.to_owned(),
        text => format!("{text}{{}}"),
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Returns the part of a segment before its parameter. A doubled brace is text.
fn literal(segment: &str) -> &str {
    let mut from = 0;
    while let Some(brace) = segment[from..].find('{').map(|at| from + at) {
        if !segment[brace + 1..].starts_with('{') {
            return &segment[..brace];
        }
        from = brace + 2;
    }
    segment
}
