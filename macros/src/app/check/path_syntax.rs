//! Finds the mistake in a path.

use matchit::{InsertError, Router};

use crate::{
    app::check::foreign_path::{ForeignPath, Kind, foreign_path},
    diagnostics::app as message,
};

/// The item that a path belongs to.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum PathOf {
    Route,
    Scope,
    Mount,
}

/// Returns the message for the mistake in a path.
pub(super) fn find_error(path: &str, of: PathOf) -> Option<String> {
    if is_plain(path) {
        return None;
    }
    find_error_by_parts(path, of)
}

/// Returns whether a path obviously has no mistake: each segment is letters, digits, `-` and `_`, or such a name in
/// braces. `false` says nothing.
///
/// Nearly all paths are plain. `cargo check` runs this without optimization, where the other checks took a quarter of an
/// expansion.
fn is_plain(path: &str) -> bool {
    let bytes = path.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'/' {
            return false;
        }
        at += 1;
        let is_parameter = at < bytes.len() && bytes[at] == b'{';
        at += usize::from(is_parameter);
        let first = at;
        while at < bytes.len()
            && matches!(bytes[at], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_')
        {
            at += 1;
        }
        let is_empty = at == first;
        if is_empty || is_parameter && !is_parameter_end(bytes, first, at) {
            return false;
        }
        at += usize::from(is_parameter);
    }
    !bytes.is_empty()
}

/// Returns whether a parameter whose name is between these positions is plain.
fn is_parameter_end(bytes: &[u8], first: usize, end: usize) -> bool {
    end < bytes.len() && bytes[end] == b'}' && !bytes[first].is_ascii_digit()
}

/// Returns the message for the mistake in a path, by its segments.
fn find_error_by_parts(path: &str, of: PathOf) -> Option<String> {
    if let Some(foreign) = foreign_path(path, of != PathOf::Route) {
        return Some(foreign_message(&foreign, of));
    }
    match of {
        PathOf::Scope if path == "/" => return Some(message::ROOT_PREFIX.to_owned()),
        PathOf::Scope if path.ends_with('/') => return Some(message::slash_after_prefix(path)),
        PathOf::Mount if path.len() > 1 && path.ends_with('/') => {
            return Some(message::slash_after_mount(path));
        }
        _ => {}
    }
    find_axum_error(path).or_else(|| {
        let encoded = encoded(path);
        (encoded != path).then(|| message::not_encoded(path, &encoded))
    })
}

/// Returns the message for a path of another framework.
fn foreign_message(foreign: &ForeignPath, of: PathOf) -> String {
    let is_prefix = of != PathOf::Route;
    let mut paths: Vec<String> = foreign.paths.iter().map(|path| encoded(path)).collect();
    let is_valid =
        |path: &String| foreign_path(path, is_prefix).is_none() && find_axum_error(path).is_none();
    if !paths.iter().all(is_valid) {
        paths.clear();
    }
    let found = &*foreign.mistake.found;
    match foreign.mistake.kind {
        Kind::NoSlash => message::expected_slash(&paths),
        Kind::Regex => message::regex(found, &paths),
        Kind::Query => message::query(&paths),
        Kind::NotBraces => message::expected_braces(found, &paths),
        Kind::NotName => message::expected_name(found, &paths),
        Kind::Rest => message::expected_rest(found, &paths),
        Kind::Typed => message::typed_parameter(found, &paths),
        Kind::Optional => message::optional_parameter(found, &paths),
        Kind::Dots => message::dot_segment(found, &paths),
        Kind::TextAfter => message::text_after_parameter(found, &paths),
        Kind::RestNotLast => message::rest_not_last(found, &paths),
        Kind::RestOfPrefix if of == PathOf::Mount => message::rest_of_mount(found, &paths),
        Kind::RestOfPrefix => message::rest_of_prefix(found, &paths),
    }
}

/// Returns the message for what axum's router refuses.
fn find_axum_error(path: &str) -> Option<String> {
    let foreign = path
        .split('/')
        .find(|segment| segment.starts_with([':', '*']));
    if let Some(segment) = foreign {
        return Some(message::expected_braces(segment, &[]));
    }
    if path.contains(['?', '#']) {
        return Some(message::query(&[]));
    }
    let error = Router::new().insert(path, ()).err()?;
    Some(match error {
        InsertError::InvalidParam => message::EXPECTED_PARAMETER_NAME.to_owned(),
        other => other.to_string(),
    })
}

/// Percent-encodes the characters that a client encodes in a path.
fn encoded(path: &str) -> String {
    let mut encoded = String::new();
    let mut is_name = false;
    for char in path.chars() {
        is_name = (is_name || char == '{') && char != '}' && char != '/';
        let is_sent = char.is_ascii_graphic() && !matches!(char, '"' | '<' | '>' | '`' | '\\');
        if is_name || is_sent {
            encoded.push(char);
            continue;
        }
        let mut bytes = [0; 4];
        let bytes = char.encode_utf8(&mut bytes).bytes();
        encoded.extend(bytes.map(|byte| format!("%{byte:02X}")));
    }
    encoded
}

#[cfg(test)]
mod tests {
    use crate::app::check::path_syntax::{PathOf, find_error, find_error_by_parts, is_plain};

    #[test]
    fn a_plain_path_has_no_error() {
        let parts = ["/", "{", "}", "a", "Z", "0", "-", "_", ".", "*", "é"];
        let mut paths = vec![String::new()];
        let mut plain = 0;
        for _ in 0..5 {
            let longer = paths
                .iter()
                .flat_map(|path| parts.iter().map(move |part| format!("{path}{part}")));
            paths = longer.collect();
            for path in paths.iter().filter(|path| is_plain(path)) {
                plain += 1;
                for of in [PathOf::Route, PathOf::Scope, PathOf::Mount] {
                    assert_eq!(find_error_by_parts(path, of), None, "{path}");
                }
            }
        }
        assert!(plain > 1000, "{plain}");
        assert!(is_plain("/api/v1/users/{user_id}/repos"));
    }

    #[test]
    fn no_path_panics() {
        let signs: Vec<char> = r"/{}<>[]():*?#$^\.é".chars().collect();
        let mut paths = vec![String::new()];
        for _ in 0..3 {
            let longer = paths
                .iter()
                .flat_map(|path| signs.iter().map(move |sign| format!("{path}{sign}")));
            paths = longer.collect();
            for path in &paths {
                for of in [PathOf::Route, PathOf::Scope, PathOf::Mount] {
                    find_error(path, of);
                    find_error(&format!("/{path}a"), of);
                    find_error(&format!("/{{a{path}"), of);
                    find_error(&format!("/a[/<b{path}"), of);
                }
            }
        }
    }

    #[test]
    fn the_help_is_the_path_to_write() {
        let help = |path: &str, of: PathOf| find_error(path, of).unwrap_or_default();
        for (path, of, written) in [
            ("/über/<id>", PathOf::Route, "write: \"/%C3%BCber/{id}\""),
            ("/über", PathOf::Route, "write: /%C3%BCber"),
            ("/a*/:x*y", PathOf::Route, "write: \"/a*/{x}\""),
            (
                "/a(b/:x)",
                PathOf::Route,
                "write: {name} for one segment, or {*name} for the rest of the path",
            ),
            ("/files/*", PathOf::Mount, "write: \"/files\""),
            ("/*", PathOf::Scope, "write: scope with [...] { ... }"),
            ("/*", PathOf::Mount, "write: \"/\""),
        ] {
            let message = help(path, of);
            assert_eq!(message.lines().nth(1), Some(written), "{path}: {message}");
        }
    }
}
