//! `Claim`: what a route does with the paths that a scope owns.

use super::{
    path::{Relation, Segment, overlap, pattern},
    prefixes::{is_plain, means},
    row::{RouteInfo, RouteKind},
};

/// What a route does with the paths that a scope owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    /// The route is inside of the scope and answers them.
    Inside,
    /// The route is outside and repeats the prefix, or is more specific. It answers the paths that mean what it
    /// says.
    Exempt,
    /// The route is outside and less specific. It yields all paths.
    Yields,
    /// The route matches no plain path of the scope. It yields those that only mean one.
    Apart,
}

/// A scope that owns the paths under its prefix.
pub(crate) struct Owner {
    /// The 404 row of the scope.
    row: RouteInfo,
    prefix: Vec<Segment>,
}

impl Owner {
    /// Returns the scope with this 404 row.
    pub(crate) fn of(row: &RouteInfo) -> Self {
        Self {
            row: *row,
            prefix: pattern(row.owned_prefix().unwrap_or_default()),
        }
    }
}

/// The path of a route, or the path of a mount with everything under it.
pub(crate) struct RoutePath {
    pattern: Vec<Segment>,
    /// Whether the route matches nothing under its path.
    is_whole: bool,
}

impl RoutePath {
    /// Returns the path of a route. A slash at its end has no meaning.
    pub(crate) fn new(path: &str) -> Self {
        Self {
            pattern: pattern(path.trim_end_matches('/')),
            is_whole: true,
        }
    }

    /// Returns the path of a row.
    pub(crate) fn of(row: &RouteInfo) -> Self {
        match row.kind() {
            RouteKind::Mount | RouteKind::Merge => Self {
                pattern: pattern(row.path().trim_end_matches('/')),
                is_whole: false,
            },
            _ => Self::new(row.path()),
        }
    }

    /// Returns whether there is only one path that matches.
    pub(crate) fn is_text(&self) -> bool {
        let mut segments = self.pattern.iter();
        self.is_whole && segments.all(|segment| matches!(segment, Segment::Text(_)))
    }

    /// Returns what a row with this path does with the paths of a scope.
    pub(crate) fn claim(&self, row: &RouteInfo, owner: &Owner) -> Claim {
        if row.is_within(&owner.row) {
            return Claim::Inside;
        }
        match Relation::of(&self.pattern, &owner.prefix) {
            Relation::Repeats | Relation::MoreSpecific => Claim::Exempt,
            Relation::LessSpecific if overlap(&self.pattern, &owner.prefix) => Claim::Yields,
            Relation::Shorter if !self.is_whole => Claim::Yields,
            Relation::LessSpecific | Relation::Shorter => Claim::Apart,
        }
    }
}

impl Claim {
    /// Returns whether a route with this path yields a request for a path that means one of the scope's.
    pub(crate) fn yields(self, route: &RoutePath, path: &str) -> bool {
        match self {
            Self::Exempt => !is_plain(path) && !means(&route.pattern, route.is_whole, path),
            _ => self.yields_spelled(),
        }
    }

    /// Returns whether a route yields a request for a path that is one of the scope's as it is spelled.
    pub(crate) fn yields_spelled(self) -> bool {
        matches!(self, Self::Yields | Self::Apart)
    }
}
