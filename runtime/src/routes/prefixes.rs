//! `Prefixes`: which scope owns a path.

use percent_encoding::percent_decode_str;

use super::path::{Segment, pattern};
use crate::urls;

/// The prefixes of scopes, each with a number that the caller chooses.
pub(crate) struct Prefixes {
    /// The prefixes as they are written.
    spelled: Table,
    /// The prefixes with their text percent-decoded.
    meant: Table,
}

/// The owner of a path.
pub(crate) struct Owned {
    /// The number of the prefix.
    pub(crate) number: usize,
    /// The part of the path that matches the prefix, as the owner was decided on it.
    pub(crate) matched: String,
}

impl Prefixes {
    /// Of two prefixes that are the same but for the names of their parameters, the first counts.
    pub(crate) fn new<'a>(prefixes: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let prefixes = prefixes.into_iter();
        let mut prefixes: Vec<_> = prefixes
            .map(|(prefix, number)| (prefix, pattern(prefix), number))
            .collect();
        // `sort_by` keeps the order of equal elements.
        prefixes.sort_by(|(_, a, _), (_, b, _)| {
            let [a, b] = [a, b].map(|prefix| prefix.iter().map(Segment::specificity));
            b.cmp(a)
        });
        let decoded = |prefix| pattern(&percent_decode_str(prefix).decode_utf8_lossy());
        let meant = prefixes.iter();
        Self {
            meant: Table(
                meant
                    .map(|&(prefix, _, number)| (decoded(prefix), number))
                    .collect(),
            ),
            spelled: Table(
                prefixes
                    .into_iter()
                    .map(|(_, own, number)| (own, number))
                    .collect(),
            ),
        }
    }

    /// Returns the number of the prefix that owns a path: the most specific one that matches what the path
    /// means, or else the path as it is spelled.
    pub(crate) fn owner(&self, path: &str) -> Option<usize> {
        if is_plain(path) {
            return self.meant.find(path).map(|(number, _)| number);
        }
        self.owned(path).map(|owned| owned.number)
    }

    /// Returns the owner of a path, with the part of the path that matches its prefix.
    pub(crate) fn owned(&self, path: &str) -> Option<Owned> {
        let meaning = meaning(path);
        if let Some((number, rest)) = self.meant.find(&meaning) {
            let matched = &meaning[..meaning.len() - rest.len()];
            let matched = urls::rest(String::new(), matched);
            return Some(Owned { number, matched });
        }
        let (number, rest) = self.spelled.find(path)?;
        let matched = path[..path.len() - rest.len()].to_owned();
        Some(Owned { number, matched })
    }
}

/// Prefixes with their numbers, the most specific first.
struct Table(Vec<(Vec<Segment>, usize)>);

impl Table {
    /// Returns the number of the first prefix that matches a path, and the rest of the path.
    fn find<'a>(&self, path: &'a str) -> Option<(usize, &'a str)> {
        let mut prefixes = self.0.iter();
        prefixes.find_map(|(prefix, number)| {
            // The first segment of most prefixes has another length, which is quick to find out.
            if let Some(Segment::Text(text)) = prefix.first()
                && path
                    .as_bytes()
                    .get(1 + text.len())
                    .is_some_and(|&end| end != b'/')
            {
                return None;
            }
            Some((*number, rest(prefix, path)?))
        })
    }
}

/// Returns whether a prefix matches a path as it is spelled.
pub(super) fn matches(prefix: &str, path: &str) -> bool {
    rest(&pattern(prefix), path).is_some()
}

/// Returns the rest of a path after a prefix, if the prefix matches. The rest is empty or starts with a
/// slash.
fn rest<'a>(prefix: &[Segment], path: &'a str) -> Option<&'a str> {
    let mut rest = path;
    for segment in prefix {
        let own = rest.strip_prefix('/')?;
        rest = match segment {
            Segment::Text(text) => {
                let rest = own.strip_prefix(text.as_str())?;
                if !rest.is_empty() && !rest.starts_with('/') {
                    return None;
                }
                rest
            }
            Segment::Param(before) => {
                let param = own.strip_prefix(before.as_str())?;
                // As in axum's table, a parameter can be empty unless it ends the path.
                if param.is_empty() {
                    return None;
                }
                &param[param.find('/').unwrap_or(param.len())..]
            }
            Segment::CatchAll => "",
        };
    }
    Some(rest)
}

/// Returns whether a path means what it spells: there is nothing to decode or to leave out.
fn is_plain(path: &str) -> bool {
    let path = path.as_bytes();
    let pairs = path.iter().zip(path.get(1..).unwrap_or_default());
    // Without an early exit, the compiler compares many bytes at once.
    let odd = pairs.fold(0, |odd, (&byte, &next)| {
        let is_encoded = u8::from(byte == b'%') | u8::from(byte == b'\\');
        let is_empty_or_dot =
            u8::from(byte == b'/') & (u8::from(next == b'/') | u8::from(next == b'.'));
        odd | is_encoded | is_empty_or_dot
    });
    odd == 0 && !matches!(path.last(), Some(b'/' | b'\\'))
}

/// Returns the path that a path means: decoded once, without empty segments and `.`, with `..` resolved.
///
/// A backslash separates segments, as it does for file systems of Windows and for the URLs of
/// [browsers](https://url.spec.whatwg.org/#path-state).
fn meaning(path: &str) -> String {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut meant = Vec::new();
    for segment in decoded.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                meant.pop();
            }
            _ => meant.push(segment),
        }
    }
    meant
        .iter()
        .fold(String::new(), |path, segment| path + "/" + segment)
}

#[cfg(test)]
mod tests {
    use super::Prefixes;

    #[test]
    fn the_most_specific_prefix_owns_what_a_path_means() {
        let prefixes = [
            "/admin",
            "/{tenant}/settings",
            "/{a}/{b}",
            "/x/y",
            "/t/{tenant}",
            "/%C3%A9t%C3%A9",
        ];
        let prefixes = Prefixes::new(prefixes.into_iter().zip(0..));
        for (path, owner, matched) in [
            ("/admin/settings", 0, "/admin"),
            ("/acme/settings/x", 1, "/acme/settings"),
            ("/acme/other", 2, "/acme/other"),
            ("/x/y", 3, "/x/y"),
            ("/x/z", 2, "/x/z"),
            ("/t//x", 4, "/t/x"),
            ("/t/a%20b%2Fc/x", 4, "/t/a%20b"),
            ("//admin/x", 0, "/admin"),
            ("/./admin", 0, "/admin"),
            ("/%61dmin", 0, "/admin"),
            ("/admin%2fx", 0, "/admin"),
            ("/a/%2e%2e/../admin", 0, "/admin"),
            ("/\\admin\\x", 0, "/admin"),
            ("/%C3%A9t%C3%A9", 5, "/%C3%A9t%C3%A9"),
            ("/a//", 2, "/a/"),
        ] {
            let owned = prefixes
                .owned(path)
                .map(|owned| (owned.number, owned.matched));
            assert_eq!(owned, Some((owner, matched.to_owned())), "{path}");
            assert_eq!(prefixes.owner(path), Some(owner), "{path}");
        }
        for path in ["/", "", "*", "/administrators", "/t", "/%2561dmin"] {
            assert_eq!(prefixes.owner(path), None, "{path}");
        }
    }
}
