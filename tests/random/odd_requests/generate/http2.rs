//! Generates connections of HTTP/2, whose requests can be odd in other ways.

use fastrand::Rng;

use super::{
    pick::{choose, garbage, one_in},
    target::{self, Route},
};

const HEADERS: u8 = 1;
const DATA: u8 = 0;
const SETTINGS: u8 = 4;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

const SCHEMES: [&[u8]; 3] = [b"https", b"ftp:", b""];
const AUTHORITIES: [&[u8]; 6] = [b"host", b"host:443", b"", b"a b", b"\xff", b"ann@host"];
/// Fields that do not belong there, and others.
const FIELDS: [(&[u8], &[u8]); 10] = [
    (b":status", b"200"),
    (b":path", b"/"),
    (b"Upper", b"x"),
    (b"connection", b"close"),
    (b"te", b"trailers"),
    (b"content-length", b"9"),
    (b"host", b"other"),
    (b"", b"x"),
    (b"cookie", b"a\0b"),
    (b"accept-encoding", b"gzip"),
];

/// Returns the bytes of a connection, and the number of its requests.
pub(super) fn connection(rng: &mut Rng) -> (Vec<u8>, usize) {
    let mut bytes = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
    frame(&mut bytes, SETTINGS, 0, 0, &[]);
    let requests = rng.usize(1..6);
    for number in 0..requests {
        let stream = u32::try_from(number * 2 + 1).unwrap_or(1);
        request(&mut bytes, stream, rng);
    }
    if one_in(rng, 6) {
        let (kind, flags, stream) = (rng.u8(..12), rng.u8(..), rng.u32(..8));
        frame(&mut bytes, kind, flags, stream, &garbage(rng, 40));
    }
    (bytes, requests)
}

fn request(to: &mut Vec<u8>, stream: u32, rng: &mut Rng) {
    let route = target::route(rng);
    let mut block = Vec::new();
    match rng.usize(..16) {
        // As a proxy does.
        0 => field(&mut block, b":method", b"CONNECT"),
        // A WebSocket.
        1 | 2 => {
            field(&mut block, b":method", b"CONNECT");
            field(&mut block, b":protocol", b"websocket");
            target(&mut block, &route, rng);
        }
        3 => field(&mut block, b":method", route.method.as_bytes()),
        _ => {
            field(&mut block, b":method", route.method.as_bytes());
            target(&mut block, &route, rng);
        }
    }
    if !one_in(rng, 4) {
        let is_odd = one_in(rng, 8);
        let authority = if is_odd {
            choose(rng, &AUTHORITIES)
        } else {
            b"host"
        };
        field(&mut block, b":authority", authority);
    }
    field(&mut block, b"authorization", b"ann");
    field(&mut block, b"sec-websocket-version", b"13");
    if one_in(rng, 6) {
        let (name, value) = choose(rng, &FIELDS);
        field(&mut block, name, value);
    }
    // A frame is not longer than 16 KiB unless both sides say so.
    block.truncate(16 * 1024);
    let has_body = one_in(rng, 3);
    let end = if has_body { 0 } else { END_STREAM };
    frame(to, HEADERS, END_HEADERS | end, stream, &block);
    if has_body {
        let flags = if one_in(rng, 8) { 0 } else { END_STREAM };
        frame(to, DATA, flags, stream, &garbage(rng, 60));
    }
}

fn target(to: &mut Vec<u8>, route: &Route, rng: &mut Rng) {
    let scheme = if one_in(rng, 12) {
        choose(rng, &SCHEMES)
    } else {
        b"http"
    };
    field(to, b":scheme", scheme);
    field(to, b":path", &target::target(route, rng));
}

/// Appends a field that is neither indexed nor compressed.
fn field(to: &mut Vec<u8>, name: &[u8], value: &[u8]) {
    to.push(0);
    for text in [name, value] {
        length(to, text.len());
        to.extend(text);
    }
}

/// Appends an integer with a prefix of seven bits.
fn length(to: &mut Vec<u8>, length: usize) {
    let Some(mut rest) = length.checked_sub(127) else {
        to.extend(u8::try_from(length));
        return;
    };
    to.push(127);
    while rest >= 128 {
        to.extend(u8::try_from(rest % 128 + 128));
        rest /= 128;
    }
    to.extend(u8::try_from(rest));
}

fn frame(to: &mut Vec<u8>, kind: u8, flags: u8, stream: u32, payload: &[u8]) {
    let length = u32::try_from(payload.len()).unwrap_or(0).to_be_bytes();
    to.extend(&length[1..]);
    to.extend([kind, flags]);
    to.extend(stream.to_be_bytes());
    to.extend(payload);
}
