//! Paths and prefixes, compared segment by segment: which of two is more specific.

use std::iter;

/// The prefixes of scopes, each with a number that the caller chooses.
pub(crate) struct Prefixes {
    table: matchit::Router<usize>,
    /// The number of segments of the longest prefix.
    depth: usize,
}

impl Prefixes {
    pub(crate) fn new() -> Self {
        Self {
            table: matchit::Router::new(),
            depth: 0,
        }
    }

    /// Inserts a prefix, and returns `false` if there is one like it.
    pub(crate) fn insert(&mut self, prefix: &str, number: usize) -> bool {
        self.depth = self.depth.max(segments(prefix).count());
        self.table.insert(prefix, number).is_ok()
    }

    /// Returns the number of the longest prefix that matches a path, and where in the path it ends.
    pub(crate) fn find(&self, path: &str) -> Option<(usize, usize)> {
        // No prefix has more segments than the longest one.
        let longest = path.match_indices('/').nth(self.depth);
        let ends = iter::successors(longest.map(|(end, _)| end).or(Some(path.len())), |&end| {
            path[..end].rfind('/')
        });
        ends.take_while(|&end| end > 0).find_map(|end| {
            let found = self.table.at(&path[..end]).ok()?;
            Some((*found.value, end))
        })
    }
}

/// Returns whether a prefix is more specific than the path of a route, if some path matches both.
pub(crate) fn is_more_specific(prefix: &str, path: &str) -> bool {
    let mut path = segments(path);
    for ours in segments(prefix) {
        let Some(theirs) = path.next() else {
            return false;
        };
        let (literal, other) = (literal(ours), literal(theirs));
        match (ours.len() == literal.len(), theirs.len() == other.len()) {
            (true, true) if ours == theirs => {}
            (true, false) if literal.starts_with(other) => return true,
            (false, false) if literal.len() > other.len() => return literal.starts_with(other),
            (false, false) if literal == other => {
                if theirs[other.len()..].starts_with("{*") {
                    return true;
                }
            }
            _ => return false,
        }
    }
    false
}

/// Returns the part of a segment before its parameter.
pub(crate) fn literal(segment: &str) -> &str {
    let mut from = 0;
    while let Some(brace) = segment[from..].find('{').map(|at| from + at) {
        if !segment[brace + 1..].starts_with('{') {
            return &segment[..brace];
        }
        from = brace + 2;
    }
    segment
}

pub(crate) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').skip(1)
}

#[cfg(test)]
mod tests {
    use super::is_more_specific;

    #[test]
    fn a_prefix_is_more_specific_than_a_shorter_or_parameterized_path() {
        for (prefix, path) in [
            ("/api", "/{*rest}"),
            ("/api", "/{page}"),
            ("/api/v1", "/api/{*rest}"),
            ("/{tenant}/admin", "/{tenant}/{page}"),
            ("/{tenant}/admin", "/{*rest}"),
            ("/user-{id}", "/{page}"),
            ("/{{x}}", "/{page}"),
        ] {
            assert!(is_more_specific(prefix, path), "{prefix} {path}");
        }
        for (prefix, path) in [
            ("/api", "/"),
            ("/api", "/api"),
            ("/api", "/api/users"),
            ("/api", "/api/{*rest}"),
            ("/api", "/other/{*rest}"),
            ("/{tenant}", "/about"),
            ("/{tenant}", "/{page}/x"),
            ("/{page}", "/user-{id}"),
        ] {
            assert!(!is_more_specific(prefix, path), "{prefix} {path}");
        }
    }
}
