//! Finds brackets that belong together.

/// Returns the text between the bracket at the start and the one that closes it.
pub(super) fn enclosed(text: &str, open: char, close: char) -> Option<&str> {
    let inner = text.strip_prefix(open)?;
    let mut depth = 1;
    for (at, char) in inner.char_indices() {
        if char == open {
            depth += 1;
        } else if char == close {
            depth -= 1;
        }
        if depth == 0 {
            return Some(&inner[..at]);
        }
    }
    None
}

/// Splits a path at each `/` that is not in brackets, because a regex can contain `/`.
pub(super) fn split_segments(path: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, char) in path.char_indices() {
        match char {
            '{' | '<' | '(' | '[' => depth += 1,
            '}' | '>' | ')' | ']' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                segments.push(&path[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    segments.push(&path[start..]);
    if depth > 0 {
        // These are no pairs of brackets.
        return path.split('/').collect();
    }
    segments
}
