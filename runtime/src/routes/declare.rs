//! The rows of a table as generated code declares them.
//!
//! The numbers and the texts of many rows are in few literals, because rustc would check and evaluate each literal of a row.
//! A table is read when it is first used, or at compile time where the rows of a part must be compared with others.

use super::{
    declared_texts::{Numbers, Texts},
    inclusion::ROOT,
    item::ItemInfo,
    row::{NO_ROW, RouteInfo, RouteKind},
    stack::{Item, Stack},
    stack_info::StackInfo,
};

/// Routes, mounts or merged routers with one list: their kind, their list, how many they are, their numbers, their paths
/// and conditions, and their names.
///
/// Each has the numbers of its item, its line and its methods, and then the lengths of its texts in bytes: path or prefix,
/// condition, name of the URL, handler, description. The first two texts are paths and conditions, the others names. The
/// macro writes them in the same order (`macros/src/app/expand/route_table/rows.rs`).
type ServedRows = (
    RouteKind,
    &'static StackInfo,
    usize,
    &'static str,
    &'static str,
    &'static str,
);

/// 405s or 404s of one scope: their kind, the lists of the routes with that path or of the scope, how many they are, the
/// lengths of their paths, and their paths.
type UnmatchedRows = (
    RouteKind,
    &'static [&'static StackInfo],
    usize,
    &'static str,
    &'static str,
);

/// The rows of an application without those of its parts.
#[derive(Debug)]
pub struct DeclaredRows {
    /// The methods of all routes, each list once.
    pub methods: &'static [&'static [&'static str]],
    /// The number of bytes of all paths.
    pub text: usize,
    /// The rows that the application declares.
    pub served: &'static [ServedRows],
    /// The rows for unmatched requests.
    pub unmatched: &'static [UnmatchedRows],
}

impl DeclaredRows {
    /// No rows.
    pub(super) const NONE: Self = Self {
        methods: &[],
        text: 0,
        served: &[],
        unmatched: &[],
    };

    /// Returns the number of the rows.
    #[must_use]
    pub const fn count(&self) -> usize {
        let (mut count, mut at) = (0, 0);
        while at < self.served.len() {
            count += self.served[at].2;
            at += 1;
        }
        at = 0;
        while at < self.unmatched.len() {
            count += self.unmatched[at].2;
            at += 1;
        }
        count
    }

    /// Returns the rows in their order, without names, at compile time. `N` is their number.
    #[must_use]
    pub const fn rows<const N: usize>(&self) -> [RouteInfo; N] {
        let mut rows = [NO_ROW; N];
        self.read(&mut rows, false);
        rows
    }

    /// Returns the rows in their order.
    pub(super) fn to_vec(&self) -> Vec<RouteInfo> {
        let mut rows = vec![NO_ROW; self.count()];
        self.read(&mut rows, true);
        rows
    }

    /// Reads the rows into a slice of their number.
    const fn read(&self, rows: &mut [RouteInfo], with_names: bool) {
        let mut end = 0;
        let mut group = 0;
        while group < self.served.len() {
            end = self.read_served(&self.served[group], rows, end, with_names);
            group += 1;
        }
        group = 0;
        while group < self.unmatched.len() {
            end = read_unmatched(&self.unmatched[group], rows, end);
            group += 1;
        }
    }

    /// Reads rows of one list, and returns their end.
    const fn read_served(
        &self,
        &(kind, list, count, numbers, paths, names): &ServedRows,
        rows: &mut [RouteInfo],
        start: usize,
        with_names: bool,
    ) -> usize {
        let stack = Stack {
            info: list,
            inclusions: ROOT,
            part: 0,
        };
        let mut numbers = Numbers::new(numbers);
        let (mut paths, mut names) = (Texts(paths), Texts(names));
        let mut at = start;
        while at < start + count {
            let [
                id,
                line,
                methods,
                path,
                condition,
                name,
                handler,
                description,
            ] = numbers.take();
            let (path, condition) = (paths.take(path), paths.take(condition));
            // Const evaluation takes longer for a call than for all else of a row.
            let (name, handler, description) = if with_names {
                (
                    names.take(name),
                    names.take(handler),
                    names.take(description),
                )
            } else {
                ("", "", "")
            };
            rows[at] = RouteInfo {
                kind,
                methods: self.methods[methods as usize],
                path,
                name,
                item: Some(Item {
                    info: ItemInfo {
                        id: id as usize,
                        handler,
                        description,
                        line,
                        condition,
                    },
                    part: 0,
                    file: list.file,
                }),
                stack,
                scope: stack,
            };
            at += 1;
        }
        at
    }
}

/// Reads rows of one scope, and returns their end.
const fn read_unmatched(
    &(kind, lists, count, lengths, paths): &UnmatchedRows,
    rows: &mut [RouteInfo],
    start: usize,
) -> usize {
    let row = RouteInfo::unmatched(kind, "", common(lists));
    let (mut lengths, mut paths) = (Numbers::new(lengths), Texts(paths));
    let mut at = start;
    while at < start + count {
        let [length] = lengths.take();
        let path = paths.take(length);
        rows[at] = RouteInfo { path, ..row };
        at += 1;
    }
    at
}

/// Returns the innermost scope around all of these lists.
const fn common(lists: &[&'static StackInfo]) -> Stack {
    let mut common = Stack::own(lists[0]).scope();
    let mut at = 1;
    while at < lists.len() {
        common = common.around(Stack::own(lists[at]));
        at += 1;
    }
    common
}

impl RouteInfo {
    /// Returns the 404 or the 405 of a scope.
    pub(super) const fn unmatched(kind: RouteKind, path: &'static str, scope: Stack) -> Self {
        Self {
            kind,
            methods: &[],
            path,
            name: "",
            item: match kind {
                RouteKind::Fallback => scope.nearest_fallback(),
                _ => scope.nearest_method_not_allowed(),
            },
            stack: scope,
            scope,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ptr;

    use super::DeclaredRows;
    use crate::routes::{ListOwner, RouteKind, RouteTable, StackInfo};

    /// The module beside the application.
    struct Module;

    static APP: StackInfo = StackInfo::new(0, ListOwner::App, None, &[], "main.rs", 1);
    static SCOPE: StackInfo =
        StackInfo::new(4, ListOwner::Scope("/a"), Some(&APP), &[], "main.rs", 14);

    static DECLARED: DeclaredRows = DeclaredRows {
        methods: &[&["GET"], &["POST", "PUT"], &[]],
        text: 46,
        served: &[
            (
                RouteKind::Route,
                &APP,
                2,
                "2,10,0,8,0,5,4,0,3,1234567,1,6,7,0,9,8,",
                "/{id}/é/a/%üx == \"\"",
                "shownshow{closure}Ships it",
            ),
            (
                RouteKind::Mount,
                &SCOPE,
                1,
                "5,15,2,8,0,0,5,0,",
                "/a/files",
                "files",
            ),
        ],
        unmatched: &[
            (
                RouteKind::MethodNotAllowed,
                &[&APP],
                2,
                "8,6,",
                "/{id}/é/a/%ü",
            ),
            (RouteKind::Fallback, &[&SCOPE], 1, "10,", "/a/{*rest}"),
        ],
    };

    #[test]
    fn reads_each_row() {
        let rows = RouteTable::new::<Module>(&DECLARED).rows();
        let lines: Vec<_> = rows
            .iter()
            .map(|row| {
                format!(
                    "{row}, {:?}, {:?}, {:?}, {}:{}, {:?}",
                    row.name(),
                    row.handler(),
                    row.description(),
                    row.file(),
                    row.line(),
                    row.conditions(),
                )
            })
            .collect();
        assert_eq!(
            lines,
            [
                "GET /{id}/é, Some(\"shown\"), Some(\"show\"), \"\", main.rs:10, []",
                "POST|PUT /a/%ü, None, Some(\"{closure}\"), \"Ships it\", main.rs:1234567, [\"x == \\\"\\\"\"]",
                "mount /a/files, None, Some(\"files\"), \"\", main.rs:15, []",
                "405 /{id}/é, None, None, \"\", main.rs:1, []",
                "405 /a/%ü, None, None, \"\", main.rs:1, []",
                "404 /a/{*rest}, None, None, \"\", main.rs:14, []",
            ]
        );
    }

    #[test]
    fn a_table_is_read_once() {
        let table = RouteTable::new::<Module>(&DECLARED);
        assert!(ptr::eq(table.rows(), table.rows()));
    }

    #[test]
    fn rows_have_no_names_at_compile_time() {
        static ROWS: [crate::routes::RouteInfo; 6] = DECLARED.rows();
        let rows = RouteTable::new::<Module>(&DECLARED).rows();
        for (at_compile_time, row) in ROWS.iter().zip(rows) {
            assert_eq!(at_compile_time.to_string(), row.to_string());
            assert_eq!(at_compile_time.line(), row.line());
            assert_eq!(at_compile_time.conditions(), row.conditions());
            assert_eq!(at_compile_time.name(), None);
        }
    }
}
