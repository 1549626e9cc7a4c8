//! Paths in axum's syntax, compared segment by segment: which of two is more specific.

use percent_encoding::percent_decode_str;

/// A segment of a path in axum's syntax.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    Text(String),
    /// A parameter, and the text before it in the same segment.
    Param(String),
    CatchAll,
}

impl Segment {
    fn parse(segment: &str) -> Self {
        let literal = literal(segment);
        let text = literal.replace("{{", "{").replace("}}", "}");
        match &segment[literal.len()..] {
            "" => Self::Text(text),
            param if param.starts_with("{*") => Self::CatchAll,
            _ => Self::Param(text),
        }
    }

    /// Percent-decodes the text.
    pub(super) fn decoded(&self) -> Self {
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        match self {
            Self::Text(text) => Self::Text(decode(text)),
            Self::Param(before) => Self::Param(decode(before)),
            Self::CatchAll => Self::CatchAll,
        }
    }

    /// Returns how specific the segment is. Text is more specific than a parameter.
    pub(super) fn specificity(&self) -> usize {
        match self {
            Self::Text(_) => usize::MAX,
            Self::Param(before) => 1 + before.len(),
            Self::CatchAll => 0,
        }
    }

    /// Returns whether every text that matches this segment matches a less specific one, too.
    pub(super) fn refines(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(text) | Self::Param(text), Self::Param(before)) => text.starts_with(before),
            (_, Self::CatchAll) => true,
            _ => false,
        }
    }
}

/// Returns the segments of a path in axum's syntax.
pub(crate) fn pattern(path: &str) -> Vec<Segment> {
    segments(path).map(Segment::parse).collect()
}

/// Returns the segments of a path.
pub(crate) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').skip(1)
}

/// Returns the part of a segment before its parameter.
fn literal(segment: &str) -> &str {
    let mut from = 0;
    while let Some(brace) = segment[from..].find('{').map(|at| from + at) {
        if !segment[brace + 1..].starts_with('{') {
            return &segment[..brace];
        }
        from = brace + 2;
    }
    segment
}

/// Returns whether some path starts with both.
pub(super) fn overlap(a: &[Segment], b: &[Segment]) -> bool {
    let mut pairs = a.iter().zip(b);
    pairs.all(|(a, b)| both(a, b).is_some())
}

/// A text that stands for a parameter: a character without a meaning, which no path has in its text.
pub(super) const ANY: &str = "\u{10fffd}";

/// Returns a text that matches both segments.
pub(super) fn both(a: &Segment, b: &Segment) -> Option<String> {
    match (a, b) {
        _ if !a.refines(b) && a != b && !b.refines(a) => None,
        (Segment::Text(text), _) | (_, Segment::Text(text)) => Some(text.clone()),
        (Segment::Param(a), Segment::Param(b)) if b.len() > a.len() => Some(format!("{b}{ANY}")),
        (Segment::Param(before), _) | (_, Segment::Param(before)) => Some(format!("{before}{ANY}")),
        (Segment::CatchAll, Segment::CatchAll) => Some(ANY.to_owned()),
    }
}

/// How the path of a route compares to the prefix of a scope, from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The path begins with the whole prefix.
    Repeats,
    /// At the first difference, the path is more specific.
    MoreSpecific,
    /// At the first difference, the path is less specific or has another text. In the latter case, only a
    /// path that means something else than it spells matches both.
    LessSpecific,
    /// The path ends before the prefix does.
    Shorter,
}

impl Relation {
    /// Compares the path of a route to a prefix.
    pub(crate) fn of(path: &[Segment], prefix: &[Segment]) -> Self {
        for (at, ours) in prefix.iter().enumerate() {
            match path.get(at) {
                Some(theirs) if theirs == ours => {}
                Some(theirs) if theirs.refines(ours) => return Self::MoreSpecific,
                Some(_) => return Self::LessSpecific,
                None => return Self::Shorter,
            }
        }
        Self::Repeats
    }
}

#[cfg(test)]
mod tests {
    use super::{Relation, pattern};

    fn relation(path: &str, prefix: &str) -> Relation {
        Relation::of(&pattern(path), &pattern(prefix))
    }

    #[test]
    fn a_route_yields_where_the_prefix_is_more_specific() {
        for (path, prefix) in [
            ("/{*rest}", "/api"),
            ("/{page}", "/api"),
            ("/api/{*rest}", "/api/v1"),
            ("/{tenant}/settings", "/admin"),
            ("/{tenant}/{page}", "/{tenant}/admin"),
            ("/{*rest}", "/{tenant}"),
            ("/{page}", "/user-{id}"),
            ("/{page}", "/{{x}}"),
        ] {
            assert_eq!(
                relation(path, prefix),
                Relation::LessSpecific,
                "{path} {prefix}"
            );
        }
    }

    #[test]
    fn a_route_answers_where_it_repeats_the_prefix_or_is_more_specific() {
        for (path, prefix) in [
            ("/api", "/api"),
            ("/api/users", "/api"),
            ("/api/{*rest}", "/api"),
            ("/{id}/users", "/{tenant}"),
        ] {
            assert_eq!(relation(path, prefix), Relation::Repeats, "{path} {prefix}");
        }
        for (path, prefix) in [
            ("/about", "/{tenant}"),
            ("/acme/{page}", "/{tenant}/admin"),
            ("/user-{id}", "/{page}"),
        ] {
            assert_eq!(
                relation(path, prefix),
                Relation::MoreSpecific,
                "{path} {prefix}"
            );
        }
    }
}
