//! Which two rows conflict.

use super::pattern::{Relation, equal, relation, rest_after};
use crate::routes::row::{RouteInfo, RouteKind};

/// Returns two rows under different conditions that conflict.
pub(crate) fn conditional_conflict(rows: &[RouteInfo]) -> Option<(&RouteInfo, &RouteInfo)> {
    let conditional = || {
        rows.iter()
            .filter(|row| row.innermost_condition().is_some())
    };
    conditional().enumerate().find_map(|(at, row)| {
        let mut others = conditional().take(at);
        Some((row, others.find(|other| conflicts(row, other))?))
    })
}

/// Returns whether axum's routing table refuses two rows, or which of them answers would be unclear.
pub(super) const fn conflicts(a: &RouteInfo, b: &RouteInfo) -> bool {
    match (a.kind, b.kind) {
        // Two parts answer the unmatched paths of one scope.
        (RouteKind::Fallback, RouteKind::Fallback) if a.scope.is(b.scope) => {
            a.is_answered_by_part() && b.is_answered_by_part()
        }
        (RouteKind::Fallback, RouteKind::Fallback) => {
            let are_scopes = !a.scope.is_root() && !b.scope.is_root();
            are_scopes && matches!(relation(a.path, b.path), Relation::Same)
        }
        (RouteKind::Mount, RouteKind::Mount) if a.is_root_mount() || b.is_root_mount() => {
            a.is_root_mount() && b.is_root_mount()
        }
        (RouteKind::Route, RouteKind::Route) => match relation(a.path, b.path) {
            Relation::Same => !equal(a.path, b.path) || has_common(a.methods(), b.methods()),
            Relation::Ambiguous => true,
            _ => false,
        },
        (RouteKind::Mount, RouteKind::Route | RouteKind::Mount) if !a.is_root_mount() => {
            mount_takes(a.path, b.path)
                || (matches!(b.kind, RouteKind::Mount) && mount_takes(b.path, a.path))
        }
        (RouteKind::Route, RouteKind::Mount) if !b.is_root_mount() => mount_takes(b.path, a.path),
        _ => false,
    }
}

/// Returns whether a mount at a path has this path, too: itself, or a pattern directly under it.
const fn mount_takes(mount: &str, path: &str) -> bool {
    match relation(path, mount) {
        Relation::Same | Relation::Ambiguous => true,
        Relation::Longer => match rest_after(path, mount).as_bytes() {
            b"/" => true,
            [b'/', b'{', b'{', ..] => false,
            [b'/', b'{', ..] => true,
            _ => false,
        },
        _ => false,
    }
}

/// Returns whether two lists of methods have one in common. An empty list is that of `ANY`, which may stand beside
/// other methods.
const fn has_common(a: &[&str], b: &[&str]) -> bool {
    if a.is_empty() && b.is_empty() {
        return true;
    }
    let mut at = 0;
    while at < a.len() {
        let mut with = 0;
        while with < b.len() {
            if equal(a[at], b[with]) {
                return true;
            }
            with += 1;
        }
        at += 1;
    }
    false
}

#[cfg(test)]
pub(super) mod tests {
    use super::conflicts;
    use crate::routes::{ListOwner, RouteInfo, RouteKind, StackInfo, stack::Stack};

    const SEGMENTS: [&str; 12] = [
        "a", "ab", "{x}", "{y}", "a{x}", "ab{y}", "{*r}", "{{x}}", "{{", "a{{{x}", "{x}{{",
        "{a{{b}",
    ];

    /// Returns all paths of up to two segments, with and without a slash at the end.
    pub(crate) fn paths() -> Vec<&'static str> {
        let one = SEGMENTS.map(|segment| format!("/{segment}"));
        let two = one
            .iter()
            .flat_map(|first| SEGMENTS.map(|second| format!("{first}/{second}")));
        let paths = one.iter().cloned().chain(two);
        let paths = paths.flat_map(|path| [format!("{path}/"), path]);
        let paths = paths.chain(["/".to_owned()]);
        let valid = paths.filter(|path| matchit::Router::new().insert(path.clone(), ()).is_ok());
        valid.map(|path| &*path.leak()).collect()
    }

    /// Returns the paths that axum registers.
    fn registered(row: &RouteInfo, is_mount: bool) -> Vec<String> {
        let suffixes: &[&str] = if is_mount {
            &["", "/", "/{*tail}"]
        } else {
            &[""]
        };
        suffixes
            .iter()
            .map(|suffix| format!("{}{suffix}", row.path()))
            .collect()
    }

    /// Returns a route or a mount.
    pub(crate) const fn row(
        path: &'static str,
        is_mount: bool,
        methods: &'static [&'static str],
    ) -> RouteInfo {
        static STACK: StackInfo = StackInfo::new(0, ListOwner::App, None, &[], "", 0);
        let kind = if is_mount {
            RouteKind::Mount
        } else {
            RouteKind::Route
        };
        RouteInfo {
            methods,
            ..RouteInfo::unmatched(kind, path, Stack::own(&STACK))
        }
    }

    #[test]
    fn two_rows_conflict_if_axum_refuses_them() {
        let mut wrong = Vec::new();
        for one in paths() {
            for other in paths() {
                for (is_mount, other_is_mount) in [(false, false), (true, false), (true, true)] {
                    let no_mount = |path: &str, is_mount: bool| {
                        is_mount && (path.ends_with('/') || path.contains("{*"))
                    };
                    if no_mount(one, is_mount) || no_mount(other, other_is_mount) {
                        continue;
                    }
                    let a = row(one, is_mount, &["GET"]);
                    let b = row(other, other_is_mount, &["POST"]);
                    let mut router = matchit::Router::new();
                    for path in registered(&a, is_mount) {
                        assert!(router.insert(path, ()).is_ok());
                    }
                    let may_share = !is_mount && !other_is_mount && one == other;
                    let mut of_other = registered(&b, other_is_mount).into_iter();
                    let refused =
                        !may_share && of_other.any(|path| router.insert(path, ()).is_err());
                    if refused != conflicts(&a, &b) {
                        wrong.push(format!("{a} {b}: {refused}"));
                    }
                    if refused != conflicts(&b, &a) {
                        wrong.push(format!("{b} {a} reversed: {refused}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} {}", wrong.len(), wrong.join("\n"));
    }
}
