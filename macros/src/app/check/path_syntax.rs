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
    use crate::app::check::path_syntax::{PathOf, find_error};

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
