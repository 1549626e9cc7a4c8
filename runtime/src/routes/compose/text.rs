//! The full paths of the rows of parts, as one text.

use super::pieces::{IncludedPart, Piece};

/// Returns the full paths of all rows and the full prefixes of all inclusions of the parts, one after another.
#[must_use]
pub const fn text<const N: usize>(pieces: &[Piece]) -> [u8; N] {
    let mut text = [0; N];
    let mut written = 0;
    let mut at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at] {
            let mut path = 0;
            while path < count(part) {
                written = write(&mut text, written, part.prefix);
                written = write(&mut text, written, tail(part, path));
                path += 1;
            }
        }
        at += 1;
    }
    text
}

/// Returns the number of bytes that [`text`] has for a part.
pub(super) const fn length(part: &IncludedPart) -> usize {
    let mut length = 0;
    let mut path = 0;
    while path < count(part) {
        length += full_length(part, path);
        path += 1;
    }
    length
}

/// Returns the length of a full path of a part.
pub(super) const fn full_length(part: &IncludedPart, path: usize) -> usize {
    part.prefix.len() + tail(part, path).len()
}

/// Returns the number of paths of a part: those of its rows, and then the prefixes of its inclusions.
const fn count(part: &IncludedPart) -> usize {
    part.routes.rows().len() + part.routes.inclusions.len()
}

/// Returns what follows the prefix in a path of a part. The path `/` under a prefix is the prefix itself.
const fn tail(part: &IncludedPart, path: usize) -> &'static str {
    let rows = part.routes.rows();
    let tail = if path < rows.len() {
        rows[path].path
    } else {
        part.routes.inclusions[path - rows.len()].prefix
    };
    match (tail.as_bytes(), part.prefix.is_empty()) {
        (b"/", false) => "",
        _ => tail,
    }
}

const fn write(to: &mut [u8], at: usize, text: &str) -> usize {
    let (_, rest) = to.split_at_mut(at);
    rest.split_at_mut(text.len())
        .0
        .copy_from_slice(text.as_bytes());
    at + text.len()
}
