//! Generates the body of a request, and the headers that frame it.

use fastrand::Rng;

use super::{
    headers::line,
    pick::{choose, garbage, one_in},
    target::{Kind, Route},
};

const JSON: [&[u8]; 10] = [
    br#"{"a": [1, 2.5e3, null, "\u00e9"]}"#,
    br#"{"a""#,
    b"nul",
    b"",
    b"1e999",
    b"\"\\ud800\"",
    b"\"\xff\"",
    b"{} {}",
    b"[1,]",
    b"\xef\xbb\xbf{}",
];
const FORMS: [&[u8]; 8] = [
    b"name=Ann",
    b"name=a&name=b",
    b"%ff=%ff",
    b"%",
    b"&&==",
    b"name=\xff",
    b"a[b]=c",
    b"+=+",
];
/// `ann` in gzip.
const GZIP: [u8; 23] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 204, 203, 3, 0, 115, 114, 32, 231, 3, 0, 0, 0,
];
const LENGTHS: [&[u8]; 12] = [
    b"-1",
    b"+3",
    b"x",
    b"",
    b"3, 3",
    b"3,4",
    b"18446744073709551615",
    b"18446744073709551616",
    b"0x3",
    b"99999",
    b"1",
    b"3 3",
];
const CODINGS: [&[u8]; 8] = [
    b"chunked, gzip",
    b"gzip, chunked",
    b"identity",
    b"chunked, chunked",
    b"Chunked",
    b"x",
    b"",
    b"\x0bchunked",
];
const CHUNKS: [&[u8]; 12] = [
    b"0\r\n\r\n",
    b"3\r\nann\r\n0\r\nx-trailer: y\r\n\r\n",
    b"3;a=b\r\nann\r\n0\r\n\r\n",
    b"3\r\nannann\r\n",
    b"x\r\n",
    b"ffffffffffffffff\r\n",
    b"fffffffffffffffff\r\na",
    b"-1\r\n",
    b"3\nann\n0\n\n",
    b"00000000000000003\r\nann\r\n0\r\n\r\n",
    b"0\r\n: x\r\n\r\n",
    b"3\r\nan",
];

/// Returns header lines and the bytes after the head.
pub(super) fn body(route: &Route, rng: &mut Rng) -> (Vec<Vec<u8>>, Vec<u8>) {
    let mut lines = Vec::new();
    let (kind, text) = match route.kind {
        Kind::Nothing if one_in(rng, 20) => (None, garbage(rng, 60)),
        Kind::Nothing => return (lines, Vec::new()),
        Kind::Socket => return (lines, frames(rng)),
        Kind::Json => (Some("application/json"), choose(rng, &JSON).to_vec()),
        Kind::Form => (
            Some("application/x-www-form-urlencoded"),
            choose(rng, &FORMS).to_vec(),
        ),
        Kind::Text => (Some("text/plain"), text(rng)),
        Kind::Encoded => (None, encoded(&mut lines, rng)),
    };
    if let Some(kind) = kind
        && !one_in(rng, 10)
    {
        lines.push(line("content-type", kind.as_bytes()));
    }
    let body = frame(&mut lines, text, rng);
    (lines, body)
}

fn text(rng: &mut Rng) -> Vec<u8> {
    match rng.usize(..30) {
        0..4 => garbage(rng, 60),
        4 => b"large".repeat(rng.usize(1..20_000)),
        5 => b"[".repeat(rng.usize(1..5_000)),
        _ => "some t\u{e9}xt".into(),
    }
}

/// Returns a body with a content encoding, which may be another than its own.
fn encoded(lines: &mut Vec<Vec<u8>>, rng: &mut Rng) -> Vec<u8> {
    let codings: [&[u8]; 8] = [
        b"gzip",
        b"gzip",
        b"gzip",
        b"br",
        b"deflate",
        b"zstd",
        b"identity",
        b"gzip, gzip",
    ];
    lines.push(line("content-encoding", choose(rng, &codings)));
    let mut body = GZIP.to_vec();
    match rng.usize(..6) {
        0 => body.truncate(rng.usize(..body.len())),
        1 => body[rng.usize(..GZIP.len())] = rng.u8(..),
        2 => body = garbage(rng, 60),
        3 => body.extend(garbage(rng, 10)),
        _ => {}
    }
    body
}

/// Frames a body by its length or by chunks, right in most cases.
fn frame(lines: &mut Vec<Vec<u8>>, text: Vec<u8>, rng: &mut Rng) -> Vec<u8> {
    let length = |length: usize| line("content-length", length.to_string().as_bytes());
    match rng.usize(..40) {
        0 => lines.push(length(text.len() + rng.usize(1..10))),
        1 => lines.push(length(text.len().saturating_sub(1))),
        2 => lines.push(line("content-length", choose(rng, &LENGTHS))),
        3 => lines.extend([length(text.len()), length(text.len() + rng.usize(..2))]),
        4 => lines.extend([length(text.len()), line("transfer-encoding", b"chunked")]),
        5 => lines.push(line("transfer-encoding", choose(rng, &CODINGS))),
        6 => {}
        7 | 8 => {
            lines.push(line("transfer-encoding", b"chunked"));
            return choose(rng, &CHUNKS).to_vec();
        }
        9..14 => {
            lines.push(line("transfer-encoding", b"chunked"));
            return chunked(&text, rng);
        }
        _ => lines.push(length(text.len())),
    }
    text
}

fn chunked(text: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut body = Vec::new();
    for chunk in text.chunks(rng.usize(1..2_000)) {
        body.extend(format!("{:x}\r\n", chunk.len()).bytes());
        body.extend(chunk);
        body.extend(b"\r\n");
    }
    body.extend(b"0\r\n\r\n");
    body
}

/// Returns frames of a WebSocket: a text, a ping and a close, or bytes that are none.
fn frames(rng: &mut Rng) -> Vec<u8> {
    let text = b"\x81\x82\0\0\0\0hi";
    let ping = b"\x89\x80\0\0\0\0";
    let close = b"\x88\x82\0\0\0\0\x03\xe8";
    match rng.usize(..6) {
        0 => garbage(rng, 60),
        1 => b"\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\0".to_vec(),
        2 => b"\x81\x82\0\0\0\0\xff\xfe".to_vec(),
        3 => Vec::new(),
        _ => [text.as_slice(), ping, close].concat(),
    }
}
