//! Where a middleware is listed.

use std::fmt;

/// Where a middleware is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Placement {
    /// In the list of the application that runs before the route is looked up.
    BeforeRouting,
    /// In the list of the application.
    App,
    /// In the list of a scope with this full prefix, which is empty where the scope adds none.
    Scope(&'static str),
    /// In the list of a route, a mount or a merge.
    Route,
}

impl fmt::Display for Placement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeforeRouting => f.write_str("before routing"),
            Self::App => f.write_str("app"),
            Self::Scope("") => f.write_str("scope"),
            Self::Scope(prefix) => write!(f, "scope {prefix}"),
            Self::Route => f.write_str("route"),
        }
    }
}
