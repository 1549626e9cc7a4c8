//! The routes of the merged routers, which the build script and the test share.

/// The paths of one router. A path that answers only `GET` has `true`.
pub(crate) type Paths = [(&'static str, bool)];

/// The parts of a path that `nest_service` adds. No request has a parameter of this name.
pub(crate) const NESTED_TAIL: &str = "_tail";

/// `merged(&log, number, answer)` in `apps.rs` has the same paths.
pub(crate) const MERGED: [&Paths; 8] = [
    &[("/a", false), ("/m/{q}", false), ("/{q}/m", true)],
    &[("/a/{*q}", false), ("/b", true)],
    &[("/{*q}", true)],
    &[("/{q1}/{q2}", false), ("/b/c", false)],
    &[
        ("/n", false),
        ("/n/", false),
        ("/n/{*_tail}", false),
        ("/c/{q}/a", true),
    ],
    &[("/a/b", true), ("/x-{q}/b", false), ("/b/{q}/{*q2}", false)],
    // Their text is the beginning of the text of prefixes.
    &[("/x{q}/b", true), ("/{q}/x{q2}/{*q3}", false)],
    &[("/~{q}/{*q2}", false), ("/b{q}", true), ("/a/x{q}", true)],
];
