//! `Placement`: where a middleware is listed.

use std::fmt;

/// The list that an entry belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Placement {
    /// The list of the application that runs before the route is matched.
    BeforeRouting,
    /// The list of the application.
    App,
    /// The list of an included part, with the path of the part as written: `orders::orders`.
    Part(&'static str),
    /// The list of a scope with this full prefix. The prefix is empty if the scope has none.
    Scope(String),
    /// The list of a route, a mount, a merge or an include.
    Route,
}

impl fmt::Display for Placement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeRouting => f.write_str("before routing"),
            Self::App => f.write_str("app"),
            Self::Part(name) => write!(f, "part {name}"),
            Self::Scope(prefix) if prefix.is_empty() => f.write_str("scope"),
            Self::Scope(prefix) => write!(f, "scope {prefix}"),
            Self::Route => f.write_str("route"),
        }
    }
}
