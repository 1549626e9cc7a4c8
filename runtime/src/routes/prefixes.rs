//! `Prefixes`: which scope owns a path.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::path::{Segment, pattern, segments};

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
    /// The values of its parameters, as the client has encoded them.
    pub(crate) values: Vec<String>,
}

impl Prefixes {
    /// Of two prefixes that are the same but for the names of their parameters, the first counts.
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
        let decoded = |prefix: &[Segment]| prefix.iter().map(Segment::decoded).collect();
        let meant = prefixes.iter();
        Self {
            meant: Table(
                meant
                    .map(|(prefix, number)| (decoded(prefix), *number))
                    .collect(),
            ),
            spelled: Table(prefixes),
        }
    }

    /// Returns the number of the prefix that owns a path: the most specific one that matches what the path
    /// means, or else the path as it is spelled.
    pub(crate) fn owner(&self, path: &str) -> Option<usize> {
        if is_plain(path) {
            return self.plain_owner(path);
        }
        self.owned(path).map(|owned| owned.number)
    }

    /// Returns the same for a path that [is plain](is_plain), without an allocation.
    pub(crate) fn plain_owner(&self, path: &str) -> Option<usize> {
        if path.ends_with('/') {
            return self.owned(path).map(|owned| owned.number);
        }
        self.meant.find(path).map(|(_, number)| number)
    }

    /// Returns the number of the prefix that owns a path as it is spelled.
    pub(crate) fn spelled_owner(&self, path: &str) -> Option<usize> {
        self.spelled.find(path).map(|(_, number)| number)
    }

    /// Returns the owner of a path, with the values of its parameters.
    pub(crate) fn owned(&self, path: &str) -> Option<Owned> {
        let encoded = meaning(path);
        let meant = self.meant.find(&decoded(&encoded));
        let (path, (prefix, number)) = match meant {
            Some(found) => (&*encoded, found),
            None => (path, self.spelled.find(path)?),
        };
        let values = values(prefix, path).map(str::to_owned).collect();
        Some(Owned { number, values })
    }
}

/// Prefixes with their numbers, the most specific first.
struct Table(Vec<(Vec<Segment>, usize)>);

impl Table {
    /// Returns the first prefix that matches a path.
    fn find(&self, path: &str) -> Option<(&[Segment], usize)> {
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
            rest(prefix, path).map(|_| (&**prefix, *number))
        })
    }
}

/// Returns the values of the parameters of a prefix that matches a path.
fn values<'a>(prefix: &[Segment], path: &'a str) -> impl Iterator<Item = &'a str> {
    let pairs = prefix.iter().zip(segments(path));
    pairs.filter_map(|(ours, theirs)| match ours {
        Segment::Param(before) => Some(after(before.len(), theirs)),
        Segment::Text(_) | Segment::CatchAll => None,
    })
}

/// Returns the rest of a percent-encoded text after this number of decoded bytes.
fn after(decoded: usize, text: &str) -> &str {
    let end = (0..decoded).fold(0, |at, _| {
        let byte = text.get(at..at + 3).unwrap_or_default();
        let is_encoded = byte.starts_with('%') && percent_decode_str(byte).count() == 1;
        at + if is_encoded { 3 } else { 1 }
    });
    text.get(end..).unwrap_or_default()
}

/// Returns whether a pattern matches what a path means, or the beginning of it.
pub(super) fn means(pattern: &[Segment], is_whole: bool, path: &str) -> bool {
    let pattern: Vec<Segment> = pattern.iter().map(Segment::decoded).collect();
    rest(&pattern, &decoded(&meaning(path))).is_some_and(|rest| rest.is_empty() || !is_whole)
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

/// Returns whether a path means what it spells: there is nothing to decode or to leave out but a slash at its end.
pub(crate) fn is_plain(path: &str) -> bool {
    let path = path.as_bytes();
    let pairs = path.iter().zip(path.get(1..).unwrap_or_default());
    // Without an early exit, the compiler compares many bytes at once.
    let odd = pairs.fold(0, |odd, (&byte, &next)| {
        let is_encoded = u8::from(byte == b'%') | u8::from(byte == b'\\');
        let is_empty_or_dot =
            u8::from(byte == b'/') & (u8::from(next == b'/') | u8::from(next == b'.'));
        odd | is_encoded | is_empty_or_dot
    });
    odd == 0 && path.last() != Some(&b'\\')
}

/// Returns the path that a path means: encoded slashes are slashes, without empty segments and `.`, and with `..`
/// resolved. The segments stay percent-encoded.
///
/// A backslash is a slash, as it is for file systems of Windows and for the URLs of
/// [browsers](https://url.spec.whatwg.org/#path-state).
fn meaning(path: &str) -> String {
    if !path.starts_with('/') {
        // `OPTIONS *` means the whole server.
        return path.to_owned();
    }
    let slashes = ["%2f", "%2F", "%5c", "%5C", "\\"];
    let path = slashes
        .iter()
        .fold(path.to_owned(), |path, slash| path.replace(slash, "/"));
    let mut meant = Vec::new();
    for segment in path.split('/') {
        match &*decoded(segment) {
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

fn decoded(path: &str) -> Cow<'_, str> {
    percent_decode_str(path).decode_utf8_lossy()
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
            "/%7Bid%7D",
            "/\u{e9}-{id}",
        ];
        let prefixes = Prefixes::new(prefixes.into_iter().zip(0..));
        for (path, owner, values) in [
            ("/admin/settings", 0, &[] as &[&str]),
            ("/acme/settings/x", 1, &["acme"]),
            ("/acme/other", 2, &["acme", "other"]),
            ("/x/y", 3, &[]),
            ("/x/z", 2, &["x", "z"]),
            ("/t//x", 4, &["x"]),
            ("/t/a%20b%2Fc/x", 4, &["a%20b"]),
            ("//admin/x", 0, &[]),
            ("/./admin", 0, &[]),
            ("/%61dmin", 0, &[]),
            ("/admin%2fx", 0, &[]),
            ("/a/%2e%2e/../admin", 0, &[]),
            ("/\\admin\\x", 0, &[]),
            ("/%C3%A9t%C3%A9", 5, &[]),
            ("/a//", 2, &["a", ""]),
            ("/\u{e9}-7", 7, &["7"]),
            ("/%C3%A9%2d7%20", 7, &["7%20"]),
        ] {
            let owned = prefixes
                .owned(path)
                .map(|owned| (owned.number, owned.values));
            let values = values.iter().map(|value| (*value).to_owned()).collect();
            assert_eq!(owned, Some((owner, values)), "{path}");
            assert_eq!(prefixes.owner(path), Some(owner), "{path}");
        }
        for path in ["/", "", "*", "/administrators", "/t", "/%2561dmin"] {
            assert_eq!(prefixes.owner(path), None, "{path}");
        }
    }
}
