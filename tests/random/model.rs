//! An application as plain data. The build script writes it beside the application.

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) before_routing: &'static [Entry],
    /// The first is the application itself.
    pub(crate) scopes: &'static [Scope],
    pub(crate) targets: &'static [Target],
}

#[derive(Debug)]
pub(crate) struct Entry {
    /// What the entry logs. `params ...` also logs the parameters of the path.
    pub(crate) logs: &'static str,
    /// The value of `on` for which the entry is added.
    pub(crate) if_on: Option<bool>,
}

#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) parent: Option<usize>,
    /// The whole prefix, with those of the outer scopes. A scope without one of its own has none.
    pub(crate) prefix: Option<&'static str>,
    /// The value of `on` for which the scope exists.
    pub(crate) if_on: Option<bool>,
    /// The entries that an unmatched path runs, without those before routing.
    pub(crate) entries: &'static [Entry],
    pub(crate) fallback: Option<&'static str>,
    pub(crate) method_not_allowed: Option<&'static str>,
}

/// A route, a mounted service or a merged router.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) scope: usize,
    /// The value of `on` for which the item exists.
    pub(crate) if_on: Option<bool>,
    pub(crate) kind: Kind,
    /// Each path, with all prefixes, and its methods.
    pub(crate) paths: &'static [(&'static str, &'static [&'static str])],
    pub(crate) entries: &'static [Entry],
    pub(crate) answer: &'static str,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Route,
    Mount,
    /// `mount "/"`, which takes the paths that no other item takes.
    MountAtRoot,
    Merge,
}
