//! Whether the rows of an application with parts must be compared.
//!
//! Most parts have a prefix of their own, and then no row of one has the path of another. It takes longer to evaluate all
//! rows than to compare the prefixes.

use super::{
    pattern::{Relation, relation, rest_after},
    pieces::{IncludedPart, Piece, Source},
};
use crate::routes::{
    declare::DeclaredRows,
    row::{RouteInfo, RouteKind},
    stack_info::ListOwner,
};

impl Source {
    /// Returns whether a row of a part may conflict with one of another piece, or a part with the block around its
    /// `include`.
    pub(in crate::routes) const fn may_conflict(self) -> bool {
        match self {
            Self::Declared(_) => false,
            Self::Pieces(pieces) => may_conflict(pieces),
        }
    }

    /// Returns whether no row is a mount or the `fallback` of a whole part.
    const fn answers_known_paths(self) -> bool {
        match self {
            Self::Declared(rows) => rows.answer_known_paths(),
            Self::Pieces(pieces) => answer_known_paths(pieces),
        }
    }
}

const fn may_conflict(pieces: &[Piece]) -> bool {
    let mut at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at]
            && (!part.is_apart() || part.may_conflict_with(pieces, at))
        {
            return true;
        }
        at += 1;
    }
    false
}

impl IncludedPart {
    /// Returns whether the part has a prefix without parameters, no mount, and no `fallback` of its own.
    const fn is_apart(&self) -> bool {
        let prefix = self.prefix.as_bytes();
        let mut at = 0;
        while at < prefix.len() {
            if prefix[at] == b'{' {
                return false;
            }
            at += 1;
        }
        at > 0 && self.source.answers_known_paths()
    }

    /// Returns whether a row under the prefix may conflict with one of the other pieces. Parts are compared with those
    /// before them.
    const fn may_conflict_with(&self, pieces: &[Piece], index: usize) -> bool {
        let mut at = 0;
        while at < pieces.len() {
            match &pieces[at] {
                Piece::Part(other) if at < index => {
                    if !are_apart(self.prefix, other.prefix) {
                        return true;
                    }
                }
                Piece::Part(_) => {}
                Piece::Rows(_, rows) => {
                    let mut row = 0;
                    while row < rows.len() {
                        if rows[row].may_conflict_under(self.prefix) {
                            return true;
                        }
                        row += 1;
                    }
                }
            }
            at += 1;
        }
        false
    }
}

/// Returns whether no path under one of two prefixes is under the other one.
const fn are_apart(a: &str, b: &str) -> bool {
    let rest = match relation(a, b) {
        Relation::Apart => return true,
        Relation::Longer => rest_after(a, b),
        Relation::Shorter => rest_after(b, a),
        Relation::Same | Relation::Ambiguous => return false,
    };
    !matches!(rest.as_bytes(), [b'/', ..])
}

impl RouteInfo {
    /// Returns whether a row of a part with this prefix may conflict with the row.
    const fn may_conflict_under(&self, prefix: &str) -> bool {
        match (self.kind, self.scope.info.owner) {
            (RouteKind::Route, _) => {
                !matches!(relation(self.path, prefix), Relation::Shorter)
                    && !are_apart(self.path, prefix)
            }
            (RouteKind::Mount, _) => !self.is_root_mount() && !are_apart(self.path, prefix),
            // The prefix of a scope in the part is longer than that of the part.
            (RouteKind::Fallback, ListOwner::Scope(scope)) => {
                !matches!(relation(scope, prefix), Relation::Shorter | Relation::Same)
                    && !are_apart(scope, prefix)
            }
            _ => false,
        }
    }
}

impl DeclaredRows {
    const fn answer_known_paths(&self) -> bool {
        let mut at = 0;
        while at < self.served.len() {
            if matches!(self.served[at].0, RouteKind::Mount) {
                return false;
            }
            at += 1;
        }
        at = 0;
        while at < self.unmatched.len() {
            let (kind, lists, ..) = self.unmatched[at];
            if matches!(kind, RouteKind::Fallback)
                && matches!(lists[0].owner, ListOwner::App)
                && !lists[0].fallback.is_empty()
            {
                return false;
            }
            at += 1;
        }
        true
    }
}

const fn answer_known_paths(pieces: &[Piece]) -> bool {
    let mut at = 0;
    while at < pieces.len() {
        match &pieces[at] {
            Piece::Part(part) => {
                if !part.source.answers_known_paths() {
                    return false;
                }
            }
            Piece::Rows(declared, _) => {
                if !declared.answer_known_paths() {
                    return false;
                }
            }
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::are_apart;
    use crate::routes::{
        RouteInfo,
        compose::conflict::{
            conflicts,
            tests::{paths, row},
        },
    };

    const PREFIXES: [&str; 6] = ["/a", "/ab", "/a/a", "/a/ab", "/ab/a", "/b"];

    /// Returns the rows of a part under a prefix.
    fn rows_under(prefix: &str) -> Vec<RouteInfo> {
        let full = |path: &str| -> &'static str {
            match path {
                "/" => prefix.to_owned().leak(),
                _ => format!("{prefix}{path}").leak(),
            }
        };
        paths()
            .into_iter()
            .map(|path| row(full(path), false, &["GET"]))
            .collect()
    }

    /// Returns routes and mounts.
    fn own_rows() -> impl Iterator<Item = RouteInfo> {
        let routes = paths().into_iter().map(|path| row(path, false, &["GET"]));
        let is_mount = |path: &&str| !path.ends_with('/') && !path.contains("{*");
        let mounts = paths().into_iter().filter(is_mount);
        routes.chain(mounts.map(|path| row(path, true, &[])))
    }

    #[test]
    fn no_row_conflicts_with_one_under_a_prefix_that_is_apart() {
        let mut skipped = 0;
        for prefix in PREFIXES {
            let under = rows_under(prefix);
            for own in own_rows().filter(|own| !own.may_conflict_under(prefix)) {
                skipped += 1;
                for other in &under {
                    assert!(!conflicts(&own, other), "{own} {other}");
                }
            }
        }
        assert!(skipped > 1000, "{skipped} rows are not compared");
    }

    #[test]
    fn no_rows_conflict_under_prefixes_that_are_apart() {
        let mut apart = Vec::new();
        for one in PREFIXES {
            for other in PREFIXES {
                if !are_apart(one, other) {
                    continue;
                }
                apart.push((one, other));
                let others = rows_under(other);
                for row in rows_under(one) {
                    for other in &others {
                        assert!(!conflicts(&row, other), "{row} {other}");
                    }
                }
            }
        }
        assert!(apart.contains(&("/a", "/ab")) && !apart.contains(&("/a", "/a/ab")));
    }
}
