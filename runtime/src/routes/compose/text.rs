//! The full paths of the rows of parts, as one text.

use super::pieces::{IncludedPart, Piece};

/// Writes the full prefixes of all inclusions of the parts, and then the full paths of all rows, one after another. A
/// prefix or a path that is the full one by itself is left out.
pub(super) const fn write_paths(pieces: &[Piece], to: &mut [u8]) {
    let mut written = 0;
    let mut at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at] {
            let inclusions = part.table.inclusions;
            let mut inclusion = 0;
            while inclusion < inclusions.len() {
                written = join(to, written, part.prefix, inclusions[inclusion].prefix);
                inclusion += 1;
            }
        }
        at += 1;
    }
    at = 0;
    while at < pieces.len() {
        if let Piece::Part(part) = &pieces[at]
            && !part.prefix.is_empty()
        {
            let rows = part.table.rows;
            let mut row = 0;
            while row < rows.len() {
                written = join(to, written, part.prefix, rows[row].path);
                row += 1;
            }
        }
        at += 1;
    }
}

/// Returns the paths as a text.
///
/// # Panics
///
/// Panics if they are not valid UTF-8. Paths always are.
#[expect(clippy::panic, reason = "paths are valid UTF-8")]
pub(super) const fn text(paths: &'static [u8]) -> &'static str {
    match str::from_utf8(paths) {
        Ok(text) => text,
        Err(_) => panic!("a path is not valid UTF-8"),
    }
}

/// Returns the number of bytes that [`write_paths`] writes for the inclusions of a part.
pub(super) const fn length_of_inclusions(part: &IncludedPart) -> usize {
    let inclusions = part.table.inclusions;
    let mut length = 0;
    let mut inclusion = 0;
    while inclusion < inclusions.len() {
        length += joined_length(part.prefix, inclusions[inclusion].prefix);
        inclusion += 1;
    }
    length
}

/// Returns the length of a path under a prefix, or 0 if the full path is one of them. The path `/` is the prefix itself.
pub(super) const fn joined_length(prefix: &str, path: &str) -> usize {
    match (prefix.as_bytes(), path.as_bytes()) {
        ([], _) | (_, [] | [b'/']) => 0,
        (prefix, path) => prefix.len() + path.len(),
    }
}

/// Writes a path under a prefix, and returns its end.
const fn join(to: &mut [u8], at: usize, prefix: &str, path: &str) -> usize {
    if joined_length(prefix, path) == 0 {
        return at;
    }
    let end = write(to, at, prefix);
    write(to, end, path)
}

/// Writes a text, and returns its end. Const evaluation takes longer for a call of `copy_from_slice` than for the bytes of a
/// path.
const fn write(to: &mut [u8], start: usize, text: &str) -> usize {
    let text = text.as_bytes();
    let length = text.len();
    let mut at = 0;
    while at < length {
        to[start + at] = text[at];
        at += 1;
    }
    start + length
}
