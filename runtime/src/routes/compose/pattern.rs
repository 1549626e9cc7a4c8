//! How two paths relate, by the rules of axum's routing table.

/// How two full paths relate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// They differ in text somewhere, or one is more specific there.
    Apart,
    /// They are the same but for the names of their parameters.
    Same,
    /// The first path begins with the second, or the second with the first.
    Longer,
    Shorter,
    /// At one place, one of them has a parameter and the other a catch-all.
    Ambiguous,
}

/// Compares two paths from the left.
pub(super) const fn relation(a: &str, b: &str) -> Relation {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    // Most paths differ within their first segments. Const evaluation takes its time for each call.
    while i < a.len() && i < b.len() && a[i] == b[i] && a[i] != b'{' && a[i] != b'}' {
        i += 1;
        j += 1;
    }
    while i < a.len() && j < b.len() {
        match (parameter(a, i), parameter(b, j)) {
            (None, None) if a[i] == b[j] => {
                // A doubled brace is text.
                let step = if is_brace(a, i) && is_brace(b, j) {
                    2
                } else {
                    1
                };
                i += step;
                j += step;
            }
            (Some((is_rest, end)), Some((other_is_rest, other_end))) => {
                if is_rest != other_is_rest {
                    return Relation::Ambiguous;
                }
                i = end;
                j = other_end;
            }
            _ => return Relation::Apart,
        }
    }
    match (i < a.len(), j < b.len()) {
        (false, false) => Relation::Same,
        (true, _) => Relation::Longer,
        (_, true) => Relation::Shorter,
    }
}

/// Returns whether the parameter that begins here is a catch-all, and its end.
pub(super) const fn parameter(path: &[u8], at: usize) -> Option<(bool, usize)> {
    if path[at] != b'{' || is_brace(path, at) || at + 1 >= path.len() {
        return None;
    }
    let is_rest = path[at + 1] == b'*';
    let mut end = at + 1;
    while end < path.len() && path[end] != b'}' {
        end += 1;
    }
    Some((is_rest, if end < path.len() { end + 1 } else { end }))
}

/// Returns whether a doubled brace begins here.
pub(super) const fn is_brace(path: &[u8], at: usize) -> bool {
    matches!(path[at], b'{' | b'}') && at + 1 < path.len() && path[at + 1] == path[at]
}

/// Returns whether two texts are equal.
pub(super) const fn equal(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    // Two paths more often differ at their ends.
    let mut at = a.len();
    while at > 0 {
        at -= 1;
        if a[at] != b[at] {
            return false;
        }
    }
    true
}

/// Returns the rest of a path after a prefix that it begins with.
pub(super) const fn rest_after<'a>(path: &'a str, prefix: &str) -> &'a str {
    let (mut at, mut end) = (0, 0);
    while at < prefix.len() {
        let step = if is_brace(prefix.as_bytes(), at) {
            2
        } else {
            1
        };
        (at, end) = match (
            parameter(prefix.as_bytes(), at),
            parameter(path.as_bytes(), end),
        ) {
            (Some((_, at)), Some((_, end))) => (at, end),
            _ => (at + step, end + step),
        };
    }
    path.split_at(end).1
}
