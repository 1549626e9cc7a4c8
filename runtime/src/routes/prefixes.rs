//! `Prefixes`: which scope owns a path.

use percent_encoding::percent_decode_str;

use super::path::{Segment, pattern, segments};
use crate::urls;

/// The prefixes of scopes, the most specific first. Each has a number that the caller chooses.
pub(crate) struct Prefixes(Vec<(Vec<Segment>, usize)>);

/// The owner of a path.
pub(crate) struct Owned {
    /// The number of the prefix.
    pub(crate) number: usize,
    /// The part of the path that matches the prefix, as the owner was decided on it.
    pub(crate) matched: String,
}

impl Prefixes {
    /// Sorts the prefixes. Of two that are the same but for the names of their parameters, the first
    /// counts.
    pub(crate) fn new<'a>(prefixes: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let prefixes = prefixes.into_iter();
        let mut prefixes: Vec<_> = prefixes
            .map(|(prefix, number)| (pattern(prefix), number))
            .collect();
        // `sort_by` keeps the order of equal elements.
        prefixes.sort_by(|(a, _), (b, _)| {
            let [a, b] = [a, b].map(|prefix| prefix.iter().map(Segment::specificity));
            b.cmp(a)
        });
        Self(prefixes)
    }

    /// Returns the number of the prefix that owns a path: the most specific one that matches what the path
    /// means, or else the path as it is spelled.
    pub(crate) fn owner(&self, path: &str) -> Option<usize> {
        if is_plain(path) {
            return self.spelled(path).map(|(_, number)| *number);
        }
        self.owned(path).map(|owned| owned.number)
    }

    /// Returns the owner of a path, with the part of the path that matches its prefix.
    pub(crate) fn owned(&self, path: &str) -> Option<Owned> {
        let meaning = meaning(path);
        let meant = self.0.iter().find(|(prefix, _)| {
            let same = |ours: &str, theirs: &str| percent_decode_str(ours).eq(theirs.bytes());
            matches(prefix, meaning.iter().map(String::as_str), same)
        });
        if let Some((prefix, number)) = meant {
            let matched = meaning.iter().take(prefix.len());
            return Some(Owned {
                number: *number,
                matched: matched.fold(String::new(), |path, segment| {
                    urls::segment(path + "/", segment)
                }),
            });
        }
        let (prefix, number) = self.spelled(path)?;
        let matched: Vec<&str> = segments(path).take(prefix.len()).collect();
        Some(Owned {
            number: *number,
            matched: format!("/{}", matched.join("/")),
        })
    }

    pub(super) fn spelled(&self, path: &str) -> Option<&(Vec<Segment>, usize)> {
        let mut prefixes = self.0.iter();
        prefixes.find(|(prefix, _)| matches(prefix, segments(path), str::eq))
    }
}

/// Returns whether a prefix matches the first segments of a path.
fn matches<'a>(
    prefix: &[Segment],
    path: impl Iterator<Item = &'a str>,
    is_same: impl Fn(&str, &str) -> bool,
) -> bool {
    let mut path = path.peekable();
    prefix.iter().all(|ours| {
        let Some(theirs) = path.next() else {
            return false;
        };
        match ours {
            Segment::Text(text) => is_same(text, theirs),
            // As in axum's table, a parameter can be empty unless it ends the path.
            Segment::Param(before) => theirs
                .strip_prefix(before.as_str())
                .is_some_and(|param| !param.is_empty() || path.peek().is_some()),
            Segment::CatchAll => true,
        }
    })
}

/// Returns whether a path means what it spells, since no server would decode or simplify it.
fn is_plain(path: &str) -> bool {
    let path = path.as_bytes();
    let mut pairs = path.windows(2);
    !pairs.any(|pair| matches!(pair, b"//" | b"/." | [b'%' | b'\\', _])) && !path.ends_with(b"\\")
}

/// Returns the segments that a path means: decoded once, without empty ones and `.`, with `..` resolved.
///
/// A backslash separates segments, as it does for file systems of Windows and for the URLs of
/// [browsers](https://url.spec.whatwg.org/#path-state).
fn meaning(path: &str) -> Vec<String> {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut meant = Vec::new();
    for segment in decoded.split(['/', '\\']) {
        match segment {
            "" | "." => {}
            ".." => {
                meant.pop();
            }
            _ => meant.push(segment.to_owned()),
        }
    }
    meant
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
            "/caf%C3%A9",
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
            ("/caf%C3%A9", 5, "/caf%C3%A9"),
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
