//! The mistakes that a path can contain.

/// The kind of a mistake, which decides about the message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::app::check) enum Kind {
    /// The path does not start with `/`.
    NoSlash,
    /// The path is a regular expression, such as `^/x$`.
    Regex,
    /// The path has a query or a fragment.
    Query,
    /// The parameter is not in braces, such as `<id>`.
    NotBraces,
    /// The braces contain more or less than a name, such as `{ id }`.
    NotName,
    /// The parameter is the rest of the path, such as `*` or `{rest..}`.
    Rest,
    /// The parameter has a type or a regex, such as `{id:int}`.
    Typed,
    /// The parameter is optional, such as `{id?}`.
    Optional,
    /// The segment is `.` or `..`.
    Dots,
    /// Text or another parameter follows in the segment of a parameter.
    TextAfter,
    /// The parameter for the rest of the path is not the whole last segment.
    RestNotLast,
    /// A scope or mount has a parameter for the rest of the path.
    RestOfPrefix,
}

/// A mistake, and the text that contains it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app::check) struct Mistake {
    pub(in crate::app::check) kind: Kind,
    pub(in crate::app::check) found: String,
}

impl Mistake {
    pub(super) fn new(kind: Kind, found: &str) -> Self {
        Self {
            kind,
            found: found.to_owned(),
        }
    }
}
