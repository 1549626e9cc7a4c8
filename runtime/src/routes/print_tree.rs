//! Prints rows as a tree.

use std::fmt;

use super::{
    placement::Placement,
    print_table::{conditions, short_entry, short_handler},
    row::{RouteInfo, RouteKind, method},
    stack::Stack,
    stack_info::ListOwner,
    table::RouteTable,
};

impl RouteTable {
    /// Returns the rows as a tree of scopes, to print how the items are nested.
    ///
    /// ```
    /// # use concentric::{Next, Request, Response, app, middleware};
    /// # #[middleware] async fn log(req: Request, next: Next) -> Response { next.run(req).await }
    /// # #[middleware] async fn authenticate(req: Request, next: Next) -> Response { next.run(req).await }
    /// # async fn index() {}
    /// # async fn account() {}
    /// # async fn login() {}
    /// # app! {
    /// #     fn shop() -> axum::Router with [log] {
    /// #         GET "/" => index,
    /// #         scope "/account" with [authenticate] {
    /// #             GET "/" => account,
    /// #             GET "/login" => login without [authenticate],
    /// #         }
    /// #     }
    /// # }
    /// assert_eq!(
    ///     shop::ROUTES.tree().to_string(),
    ///     "\
    /// app with [log]
    /// ├─ GET / => index
    /// ├─ scope /account with [authenticate]
    /// │  ├─ GET /account => account
    /// │  ├─ GET /account/login => login without [authenticate]
    /// │  ├─ 405 2 paths under /account
    /// │  └─ 404 /account/{*rest}
    /// ├─ 405 /
    /// └─ 404 /{*rest}
    /// "
    /// );
    /// ```
    #[must_use]
    pub fn tree(&self) -> Tree<'_> {
        Tree(self)
    }
}

/// The rows of [`RouteTable`] as a tree. See [`RouteTable::tree`].
#[derive(Debug)]
pub struct Tree<'a>(&'a RouteTable);

/// An item of a block, or rows that share a line.
enum Branch<'a> {
    Scope(Stack, Vec<Branch<'a>>),
    Rows(Vec<&'a RouteInfo>),
}

impl fmt::Display for Tree<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut branches = Vec::new();
        for rows in grouped(self.0.iter()) {
            let mut stacks: Vec<_> = rows[0].stack.outward().collect();
            stacks.reverse();
            insert(&mut branches, &stacks, rows);
        }
        for branch in &branches {
            write_branch(f, branch, "", "")?;
        }
        Ok(())
    }
}

/// Returns the rows in groups: the 405s of all paths in one list are one.
fn grouped<'a>(rows: impl Iterator<Item = &'a RouteInfo>) -> Vec<Vec<&'a RouteInfo>> {
    let mut groups: Vec<Vec<&RouteInfo>> = Vec::new();
    for row in rows {
        let same = groups.iter_mut().find(|group| {
            [row, group[0]]
                .iter()
                .all(|row| row.kind() == RouteKind::MethodNotAllowed)
                && row.stack.is(group[0].stack)
        });
        match same {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// Returns the path of these rows, or their number.
fn path(rows: &[&RouteInfo]) -> String {
    match (rows, rows[0].stack.placement()) {
        ([row], _) => row.path().to_owned(),
        (_, Placement::Scope(prefix)) if !prefix.is_empty() => {
            format!("{} paths under {prefix}", rows.len())
        }
        _ => format!("{} paths", rows.len()),
    }
}

/// Inserts rows at the end of their path of lists, outermost first.
fn insert<'a>(branches: &mut Vec<Branch<'a>>, stacks: &[Stack], rows: Vec<&'a RouteInfo>) {
    let Some((stack, inner_stacks)) = stacks.split_first() else {
        branches.push(Branch::Rows(rows));
        return;
    };
    match stack.info.owner {
        ListOwner::Route => {
            branches.push(Branch::Rows(rows));
            return;
        }
        // It is written in the line of its part.
        ListOwner::Include => return insert(branches, inner_stacks, rows),
        _ => {}
    }
    let same = branches.iter_mut().find_map(|branch| match branch {
        Branch::Scope(scope, inner) if scope.is(*stack) => Some(inner),
        _ => None,
    });
    if let Some(inner) = same {
        insert(inner, inner_stacks, rows);
    } else {
        let mut inner = Vec::new();
        insert(&mut inner, inner_stacks, rows);
        branches.push(Branch::Scope(*stack, inner));
    }
}

/// Writes a branch after `first`, and its children after `rest`.
fn write_branch(
    f: &mut fmt::Formatter<'_>,
    branch: &Branch<'_>,
    first: &str,
    rest: &str,
) -> fmt::Result {
    match branch {
        Branch::Rows(rows) => {
            let row = rows[0];
            write!(f, "{first}")?;
            write!(f, "{} {}", method(row), path(rows))?;
            if let Some(name) = row.name().filter(|name| row.handler() != Some(name)) {
                write!(f, " as {name}")?;
            }
            if let Some(handler) = row.handler() {
                write!(f, " => {}", short_handler(handler))?;
            }
            write!(
                f,
                "{}",
                conditions(row.own_condition().map(|own| own.text).as_slice())
            )?;
            if row.stack.info.owner == ListOwner::Route {
                write_lists(f, row.stack)?;
            }
            writeln!(f)
        }
        Branch::Scope(stack, inner) => {
            write!(f, "{first}{}", stack.placement())?;
            let include = stack
                .outer()
                .filter(|outer| outer.info.owner == ListOwner::Include);
            write!(
                f,
                "{}",
                conditions(stack.own_condition().map(|own| own.text).as_slice())
            )?;
            if let Some(include) = include.filter(|_| stack.is_root()) {
                write_lists(f, include)?;
            }
            write_lists(f, *stack)?;
            writeln!(f)?;
            for (at, branch) in inner.iter().enumerate() {
                let (first, deeper) = if at + 1 < inner.len() {
                    ("├─ ", "│  ")
                } else {
                    ("└─ ", "   ")
                };
                write_branch(
                    f,
                    branch,
                    &format!("{rest}{first}"),
                    &format!("{rest}{deeper}"),
                )?;
            }
            Ok(())
        }
    }
}

/// Writes the entries that a list excludes and those that it adds.
fn write_lists(f: &mut fmt::Formatter<'_>, stack: Stack) -> fmt::Result {
    let outward = stack.outward().filter(|outer| outer.part == stack.part);
    let all: Vec<_> = outward.flat_map(|outer| outer.info.entries).collect();
    let named = stack.info.without.iter().filter_map(|id| {
        let entry = all.iter().find(|entry| entry.id == *id);
        entry.map(|entry| entry.name)
    });
    let mut taken: Vec<&str> = named.collect();
    taken.dedup();
    if !taken.is_empty() {
        write!(f, " without [{}]", taken.join(", "))?;
    }
    let own: Vec<_> = stack.own_middleware().collect();
    if !own.is_empty() {
        let entries: Vec<String> = own.iter().map(short_entry).collect();
        write!(f, " with [{}]", entries.join(", "))?;
    }
    Ok(())
}
