//! The rows of a table as generated code declares them.
//!
//! Numbers and texts are in few literals, which rustc does not look into. It would check and evaluate each of them. A table
//! is read when it is first used, or at compile time where it is a part.

use super::{
    inclusion::ROOT,
    item::ItemInfo,
    row::{RouteInfo, RouteKind, no_rows},
    stack::{Item, Stack},
    stack_info::StackInfo,
};

/// Routes, mounts or merged routers with one list: their kind, their list, how many they are, their numbers, and their
/// texts.
///
/// The numbers of each are those of its item, of its line and of its methods, and the lengths of its texts in bytes. A
/// comma follows each number. The texts are its path or prefix, the name of its URL, its handler, its description, and its
/// condition.
type ServedRows = (RouteKind, &'static StackInfo, usize, &'static str, Texts);

/// 405s or 404s of one scope: their kind, the lists of the routes with that path or of the scope, how many they are, the
/// lengths of their paths, and their paths.
type UnmatchedRows = (
    RouteKind,
    &'static [&'static StackInfo],
    usize,
    &'static str,
    Texts,
);

/// The texts of some rows, joined into one, or each text that is not empty.
///
/// rustc checks one literal in the least time. But const evaluation, which reads the rows of a part, takes longer to divide
/// a text than rustc takes for a literal.
type Texts = &'static [&'static str];

/// The rows of an application without those of its parts.
#[derive(Debug)]
pub struct DeclaredRows {
    /// The methods of all routes, each list once.
    pub methods: &'static [&'static [&'static str]],
    /// The rows that the application declares.
    pub served: &'static [ServedRows],
    /// The rows for unmatched requests.
    pub unmatched: &'static [UnmatchedRows],
}

/// Takes the next text, which has a length in bytes. Const evaluation takes longer for a call than for all else of a row.
macro_rules! text {
    ($reader:ident, $length:ident) => {
        match $reader.rest {
            _ if $length == 0 => "",
            Some(rest) => {
                let (text, rest) = rest.split_at($length as usize);
                $reader.rest = Some(rest);
                text
            }
            None => {
                let text = $reader.texts[$reader.next];
                $reader.next += 1;
                text
            }
        }
    };
}

impl DeclaredRows {
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

    /// Returns the rows in their order. `N` is their number.
    #[must_use]
    pub const fn rows<const N: usize>(&self) -> [RouteInfo; N] {
        let mut rows = no_rows();
        self.read(&mut rows);
        rows
    }

    /// Reads the rows into a slice of their number.
    pub(super) const fn read(&self, rows: &mut [RouteInfo]) {
        let mut end = 0;
        let mut group = 0;
        while group < self.served.len() {
            end = self.read_served(&self.served[group], rows, end);
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
        &(kind, list, count, numbers, texts): &ServedRows,
        rows: &mut [RouteInfo],
        start: usize,
    ) -> usize {
        let stack = Stack {
            info: list,
            inclusions: ROOT,
            part: 0,
        };
        let mut reader = Reader::new(numbers, texts);
        let mut at = start;
        while at < start + count {
            let [
                id,
                line,
                methods,
                path,
                name,
                handler,
                description,
                condition,
            ] = reader.numbers();
            rows[at] = RouteInfo {
                kind,
                methods: self.methods[methods as usize],
                path: text!(reader, path),
                name: text!(reader, name),
                item: Some(Item {
                    info: ItemInfo {
                        id: id as usize,
                        handler: text!(reader, handler),
                        description: text!(reader, description),
                        line,
                        condition: text!(reader, condition),
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
    let mut reader = Reader::new(lengths, paths);
    let mut at = start;
    while at < start + count {
        let [length] = reader.numbers();
        let path = text!(reader, length);
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

/// Takes the numbers and the texts of one row after another.
struct Reader {
    numbers: &'static [u8],
    /// The position in `numbers`.
    at: usize,
    texts: Texts,
    /// The index of the next text, if each is apart.
    next: usize,
    /// The rest of the texts, if they are one.
    rest: Option<&'static str>,
}

impl Reader {
    const fn new(numbers: &'static str, texts: Texts) -> Self {
        Self {
            numbers: numbers.as_bytes(),
            at: 0,
            texts,
            next: 0,
            rest: match texts {
                [one] => Some(*one),
                _ => None,
            },
        }
    }

    /// Takes the next numbers.
    const fn numbers<const N: usize>(&mut self) -> [u32; N] {
        let mut numbers = [0; N];
        let mut index = 0;
        while index < N {
            match self.numbers[self.at] {
                b',' => index += 1,
                digit => numbers[index] = numbers[index] * 10 + (digit - b'0') as u32,
            }
            self.at += 1;
        }
        numbers
    }
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

    use super::{DeclaredRows, Texts, UnmatchedRows};
    use crate::routes::{ListOwner, RouteKind, RouteTable, StackInfo};

    static APP: StackInfo = StackInfo::new(0, ListOwner::App, None, &[], "main.rs", 1);
    static SCOPE: StackInfo =
        StackInfo::new(4, ListOwner::Scope("/a"), Some(&APP), &[], "main.rs", 14);

    static OF_APP: [&StackInfo; 1] = [&APP];
    static OF_SCOPE: [&StackInfo; 1] = [&SCOPE];

    /// Returns two routes, a mount in a scope, two 405s and a 404.
    fn declared(routes: Texts, mount: Texts, paths: Texts) -> &'static DeclaredRows {
        let routes_of_app = (
            RouteKind::Route,
            &APP,
            2,
            "2,10,0,8,5,4,0,0,3,1234567,1,6,0,9,8,7,",
            routes,
        );
        let mount_of_scope = (RouteKind::Mount, &SCOPE, 1, "5,15,2,8,0,5,0,0,", mount);
        let not_allowed: UnmatchedRows = (RouteKind::MethodNotAllowed, &OF_APP, 2, "8,6,", paths);
        let not_found: UnmatchedRows = (RouteKind::Fallback, &OF_SCOPE, 1, "10,", &["/a/{*rest}"]);
        Box::leak(Box::new(DeclaredRows {
            methods: &[&["GET"], &["POST", "PUT"], &[]],
            served: Box::leak(Box::new([routes_of_app, mount_of_scope])),
            unmatched: Box::leak(Box::new([not_allowed, not_found])),
        }))
    }

    #[test]
    fn reads_texts_that_are_one_or_apart() {
        let apart = declared(
            &[
                "/{id}/é",
                "shown",
                "show",
                "/a/%ü",
                "{closure}",
                "Ships it",
                "x == \"\"",
            ],
            &["/a/files", "files"],
            &["/{id}/é", "/a/%ü"],
        );
        let joined = declared(
            &["/{id}/éshownshow/a/%ü{closure}Ships itx == \"\""],
            &["/a/filesfiles"],
            &["/{id}/é/a/%ü"],
        );
        let [at_compile_time, at_run_time] = [
            format!("{:?}", apart.rows::<6>().map(|row| (row, row.item))),
            format!(
                "{:?}",
                RouteTable::new::<()>(joined)
                    .rows()
                    .iter()
                    .map(|row| (row, row.item))
                    .collect::<Vec<_>>()
            ),
        ];
        assert_eq!(at_compile_time, at_run_time);

        let rows = RouteTable::new::<()>(joined).rows();
        assert_eq!(rows.len(), joined.count());
        let lines: Vec<_> = rows
            .iter()
            .map(|row| {
                format!(
                    "{row}, {:?}, {:?}, {}, {}:{}, {:?}",
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
                "GET /{id}/é, Some(\"shown\"), Some(\"show\"), , main.rs:10, []",
                "POST|PUT /a/%ü, None, Some(\"{closure}\"), Ships it, main.rs:1234567, [\"x == \\\"\\\"\"]",
                "mount /a/files, None, Some(\"files\"), , main.rs:15, []",
                "405 /{id}/é, None, None, , main.rs:1, []",
                "405 /a/%ü, None, None, , main.rs:1, []",
                "404 /a/{*rest}, None, None, , main.rs:14, []",
            ]
        );
    }

    #[test]
    fn a_table_is_read_once() {
        static DECLARED: DeclaredRows = DeclaredRows {
            methods: &[&[]],
            served: &[(RouteKind::Route, &APP, 1, "2,3,0,1,0,1,0,0,", &["/h"])],
            unmatched: &[],
        };
        let table = RouteTable::new::<()>(&DECLARED);
        assert!(ptr::eq(table.rows(), table.rows()));
    }
}
