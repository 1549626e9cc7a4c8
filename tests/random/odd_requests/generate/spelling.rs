//! Odd segments, and odd spellings of a path.

use fastrand::Rng;

use super::pick::{choose, one_in};

const PLAIN: [&[u8]; 7] = [b"a", b"ann", b"x-1", b"7", b"admin", b"private", b"folder"];
/// Segments that the server passes on.
const ODD: [&[u8]; 27] = [
    b"%ff",
    b"%00",
    b"%2f",
    b"%2F..%2f",
    b"..",
    b".",
    b"",
    b"\xc3\xa9",
    b"a%20b",
    b"%",
    b"%z",
    b"%zz",
    b"%2",
    b"a\\b",
    b"*",
    b"{x}",
    b"{*x}",
    b"+",
    b";v=1",
    b"%c3%a9",
    b"~'!()",
    b"\"",
    b"|^",
    b":@",
    b"%252f",
    b"%0d%0a",
    b"%c0%af",
];
/// Segments that the server rejects.
const REJECTED: [&[u8]; 6] = [b"\xff", b"<>", b"a\tb", b"a b", b"\x01", b"a\0b"];

/// Returns a segment of a path. Most are plain.
pub(super) fn segment(rng: &mut Rng) -> Vec<u8> {
    match rng.usize(..300) {
        0 => b"long".repeat(rng.usize(1..200)),
        1..80 => choose(rng, &ODD).to_vec(),
        80 | 81 => choose(rng, &REJECTED).to_vec(),
        _ => choose(rng, &PLAIN).to_vec(),
    }
}

/// Changes the spelling of a path at one place.
pub(super) fn spell(path: &mut Vec<u8>, rng: &mut Rng) {
    let slashes = path.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    let slashes: Vec<_> = slashes.map(|(at, _)| at).collect();
    let at = if slashes.is_empty() {
        0
    } else {
        choose(rng, &slashes)
    };
    let anywhere = rng.usize(..=path.len());
    match rng.usize(..14) {
        0 => insert(path, at, b"/"),
        1 => insert(path, at, b"/."),
        2 => insert(path, at, b"/x/.."),
        3 => insert(path, at, b"/.."),
        4 => path.push(b'/'),
        5 if at < path.len() => drop(path.splice(at..=at, *b"%2f")),
        6 if at < path.len() => path[at] = b'\\',
        7 if anywhere < path.len() => {
            let escaped = format!("%{:02x}", path[anywhere]);
            path.splice(anywhere..=anywhere, escaped.into_bytes());
        }
        8 => insert(path, at, &[b"/", segment(rng).as_slice()].concat()),
        9 => insert(
            path,
            anywhere,
            &[if one_in(rng, 4) {
                rng.u8(..)
            } else {
                rng.u8(b'!'..=b'~')
            }],
        ),
        10 if anywhere < path.len() => path[anywhere] = path[anywhere].to_ascii_uppercase(),
        11 if anywhere < path.len() => drop(path.remove(anywhere)),
        12 if one_in(rng, 8) => insert(path, at, &b"/a".repeat(rng.usize(1..4_000))),
        13 if one_in(rng, 20) => insert(path, anywhere, &b"z".repeat(rng.usize(1..70_000))),
        _ => path.extend(segment(rng)),
    }
}

fn insert(path: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    path.splice(at..at, bytes.iter().copied());
}
