//! `RowsByPath`: which rows have paths that may be the same.
//!
//! Const evaluation takes its time for each comparison, so a row is not compared with all others. A mount or a catch-all is
//! compared with all rows whose text before the first parameter is the same.

use super::{coexist::may_coexist, conflict::conflicts, pattern::equal};
use crate::routes::{
    row::{RouteInfo, RouteKind},
    stack::Stack,
};

/// The rows of a table in buckets: rows with the same path are in the same one.
pub(super) struct RowsByPath<'a> {
    keys: &'a [Key],
    /// The index of the last row in each bucket, plus one. An empty bucket has 0.
    last: &'a [usize],
    /// The index of the previous row in the bucket of each row, plus one. The first row of a bucket has 0.
    before: &'a [usize],
}

/// What two rows have in common if their paths may be the same.
#[derive(Clone, Copy)]
pub(super) struct Key {
    /// The hash of the path without the names of its parameters.
    path: usize,
    /// The hash of the text before the first parameter, without a slash at its end.
    first_text: usize,
    /// Whether the row is a mount or has a catch-all, so it may conflict with a row that has another path.
    is_wide: bool,
}

impl<'a> RowsByPath<'a> {
    /// Sorts the rows into buckets by their paths. There are as many keys and buckets as rows, and all buckets are empty.
    pub(super) const fn new(
        rows: &[RouteInfo],
        keys: &'a mut [Key],
        last: &'a mut [usize],
        before: &'a mut [usize],
    ) -> Self {
        let count = rows.len();
        let mut at = 0;
        while at < count {
            let key = Key::new(&rows[at]);
            keys[at] = key;
            before[at] = last[key.path % count];
            at += 1;
            last[key.path % count] = at;
        }
        Self { keys, last, before }
    }

    /// Returns whether two rows conflict that may exist together.
    pub(super) const fn has_conflict(&self, rows: &[RouteInfo]) -> bool {
        let mut at = 0;
        while at < rows.len() {
            let key = self.keys[at];
            let mut before = self.before[at];
            while before > 0 {
                let other = before - 1;
                if self.keys[other].path == key.path && conflict(&rows[at], &rows[other]) {
                    return true;
                }
                before = self.before[other];
            }
            if key.is_wide {
                let mut other = 0;
                while other < rows.len() {
                    let may_be_same = self.keys[other].first_text == key.first_text && other != at;
                    if may_be_same && conflict(&rows[at], &rows[other]) {
                        return true;
                    }
                    other += 1;
                }
            }
            at += 1;
        }
        false
    }

    /// Returns the innermost scope around a 405 and all routes of its path. Returns `None` if the 405 is needless, since a
    /// route always answers all methods, or since an earlier row is the 405 of the path.
    pub(super) const fn not_allowed(&self, rows: &[RouteInfo], at: usize) -> Option<Stack> {
        let (row, path) = (&rows[at], self.keys[at].path);
        let mut common = row.stack;
        let mut next = self.last[path % rows.len()];
        while next > 0 {
            let index = next - 1;
            let other = &rows[index];
            next = self.before[index];
            if index == at || self.keys[index].path != path || !equal(other.path, row.path) {
                continue;
            }
            match other.kind {
                RouteKind::MethodNotAllowed if index < at => return None,
                RouteKind::Route => {
                    if other.methods().is_empty() && other.innermost_condition().is_none() {
                        return None;
                    }
                    common = common.around(other.stack);
                }
                _ => {}
            }
        }
        Some(common)
    }
}

impl Key {
    /// A key that is not filled yet.
    pub(super) const NONE: Self = Self {
        path: 0,
        first_text: 0,
        is_wide: false,
    };

    const fn new(row: &RouteInfo) -> Self {
        let path = row.path.as_bytes();
        let length = path.len();
        let (mut hash, mut before_last, mut at) = (0, 0, 0);
        while at < length {
            let byte = path[at];
            if matches!(byte, b'{' | b'}') {
                break;
            }
            before_last = hash;
            hash = (hash * 31 + byte as usize) % PRIME;
            at += 1;
        }
        let ends_in_slash = at > 0 && path[at - 1] == b'/';
        let first_text = if ends_in_slash { before_last } else { hash };

        let (mut is_name, mut start, mut is_rest) = (false, 0, false);
        while at < length {
            let byte = path[at];
            let is_first = is_name && at == start + 1;
            match byte {
                // A doubled brace is text.
                b'{' if is_first => is_name = false,
                b'{' if !is_name => (is_name, start) = (true, at),
                b'}' => is_name = false,
                b'*' if is_first => is_rest = true,
                _ => {}
            }
            if !is_name || at == start || (is_first && byte == b'*') {
                hash = (hash * 31 + byte as usize) % PRIME;
            }
            at += 1;
        }
        Self {
            path: hash,
            first_text,
            is_wide: match row.kind {
                RouteKind::Mount => true,
                RouteKind::Route => is_rest,
                _ => false,
            },
        }
    }
}

/// The hashes are less. So the next step of one fits into 32 bits.
const PRIME: usize = 67_108_859;

const fn conflict(a: &RouteInfo, b: &RouteInfo) -> bool {
    conflicts(a, b) && may_coexist(a, b)
}

#[cfg(test)]
mod tests {
    use super::{Key, RowsByPath};
    use crate::routes::{
        RouteInfo, RouteKind,
        compose::{
            arrange::arrange,
            conflict::{
                conflicts,
                tests::{paths, row},
            },
            text::text,
        },
        row::NO_ROW,
    };

    #[test]
    fn finds_each_conflict() {
        let mut wrong = Vec::new();
        for one in paths() {
            for other in paths() {
                for (is_mount, other_is_mount) in
                    [(false, false), (true, false), (false, true), (true, true)]
                {
                    let rows = [
                        row(one, is_mount, &["GET"]),
                        row(other, other_is_mount, &["GET"]),
                    ];
                    let [a, b] = &rows;
                    let (mut keys, mut last, mut before) = ([Key::NONE; 2], [0; 2], [0; 2]);
                    let by_path = RowsByPath::new(&rows, &mut keys, &mut last, &mut before);
                    if by_path.has_conflict(&rows) != conflicts(a, b) {
                        wrong.push(format!("{a} {b}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
    }

    /// The number of rows of a large application: each route has a 405.
    const ROWS: usize = 2000;

    /// rustc denies a constant that takes two million steps, and each comparison of two rows takes some.
    #[test]
    fn rows_are_not_compared_with_all_others() {
        static PATHS: [u8; 2 * ROWS] = {
            let (mut paths, digits) = ([b'/'; 2 * ROWS], b"0123456789");
            let mut at = 0;
            while at < ROWS / 2 {
                paths[4 * at + 1] = digits[at / 100];
                paths[4 * at + 2] = digits[at / 10 % 10];
                paths[4 * at + 3] = digits[at % 10];
                at += 1;
            }
            paths
        };
        static TABLE: [RouteInfo; ROWS] = {
            let mut rest = text(&PATHS);
            let mut rows = [row("", false, &[]); ROWS];
            let mut at = 0;
            while at < ROWS {
                let (path, next) = rest.split_at(4);
                rows[at] = row(path, false, &["GET"]);
                rows[at + 1] = RouteInfo {
                    kind: RouteKind::MethodNotAllowed,
                    ..rows[at]
                };
                rest = next;
                at += 2;
            }
            rows
        };
        static ARRANGED: (usize, bool) = {
            let (mut keys, mut last, mut before) = ([Key::NONE; ROWS], [0; ROWS], [0; ROWS]);
            let by_path = RowsByPath::new(&TABLE, &mut keys, &mut last, &mut before);
            let count = arrange(&[], &TABLE, &by_path, &mut [NO_ROW; ROWS]);
            (count, by_path.has_conflict(&TABLE))
        };
        assert_eq!(ARRANGED, (ROWS, false));
    }
}
