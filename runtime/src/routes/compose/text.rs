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
            let (rows, inclusions) = (part.routes.rows(), part.routes.inclusions);
            let mut row = 0;
            while row < rows.len() {
                written = write(&mut text, written, part.prefix, rows[row].path);
                row += 1;
            }
            let mut inclusion = 0;
            while inclusion < inclusions.len() {
                written = write(
                    &mut text,
                    written,
                    part.prefix,
                    inclusions[inclusion].prefix,
                );
                inclusion += 1;
            }
        }
        at += 1;
    }
    text
}

/// Returns the number of bytes that [`text`] has for a part.
pub(super) const fn length(part: &IncludedPart) -> usize {
    let (rows, inclusions) = (part.routes.rows(), part.routes.inclusions);
    let mut length = 0;
    let mut row = 0;
    while row < rows.len() {
        length += full_length(part.prefix, rows[row].path);
        row += 1;
    }
    let mut inclusion = 0;
    while inclusion < inclusions.len() {
        length += full_length(part.prefix, inclusions[inclusion].prefix);
        inclusion += 1;
    }
    length
}

/// Returns the length of a full path.
pub(super) const fn full_length(prefix: &str, path: &str) -> usize {
    if is_prefix_itself(prefix, path) {
        prefix.len()
    } else {
        prefix.len() + path.len()
    }
}

/// Returns whether a path under a prefix is the prefix, as the path `/` is.
const fn is_prefix_itself(prefix: &str, path: &str) -> bool {
    path.len() == 1 && !prefix.is_empty() && matches!(path.as_bytes(), b"/")
}

/// Writes a full path, and returns its end.
const fn write(to: &mut [u8], at: usize, prefix: &str, path: &str) -> usize {
    let (_, rest) = to.split_at_mut(at);
    let (of_prefix, rest) = rest.split_at_mut(prefix.len());
    of_prefix.copy_from_slice(prefix.as_bytes());
    if is_prefix_itself(prefix, path) {
        return at + prefix.len();
    }
    let (of_path, _) = rest.split_at_mut(path.len());
    of_path.copy_from_slice(path.as_bytes());
    at + prefix.len() + path.len()
}
