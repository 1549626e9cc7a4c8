//! Generates odd requests as bytes. Most of them are valid enough to reach a handler.

mod body;
mod headers;
mod http2;
mod pick;
mod spelling;
mod target;

use fastrand::Rng;

use self::pick::{choose, garbage, one_in};

const METHODS: [&[u8]; 20] = [
    b"GET",
    b"GET",
    b"HEAD",
    b"POST",
    b"PUT",
    b"DELETE",
    b"OPTIONS",
    b"PATCH",
    b"TRACE",
    b"CONNECT",
    b"PRI",
    b"get",
    b"Post",
    b"PURGE",
    b"M-SEARCH",
    b"!#$%&'*+-.^_`|~",
    b"G ET",
    b"",
    b"G\0T",
    b"\xc3\xa9",
];
const VERSIONS: [&[u8]; 12] = [
    b"HTTP/1.0",
    b"HTTP/1.0",
    b"HTTP/1.0",
    b"HTTP/2.0",
    b"HTTP/2",
    b"HTTP/0.9",
    b"HTTP/1.2",
    b"HTTP/11",
    b"http/1.1",
    b"HTTP/1.1 ",
    b"",
    b"ICY",
];

/// What the client does on one connection.
pub(crate) struct Script {
    /// The bytes to send. The client waits a moment between the pieces.
    pub(crate) pieces: Vec<Vec<u8>>,
    pub(crate) end: End,
    /// How many requests the bytes are meant to be.
    pub(crate) requests: usize,
    /// The response is not HTTP/1.
    pub(crate) is_http2: bool,
}

/// What the client does after the last byte.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    /// Reads until the server closes the connection, or is silent.
    Read,
    /// Closes its half of the connection at once, and reads.
    HalfClose,
    /// Closes the connection without reading.
    Cut,
}

impl Script {
    pub(crate) fn generate(rng: &mut Rng) -> Self {
        if one_in(rng, 16) {
            let (bytes, requests) = http2::connection(rng);
            return Self {
                pieces: pieces(bytes, rng),
                end: End::Read,
                requests,
                is_http2: true,
            };
        }
        let requests = if one_in(rng, 8) { rng.usize(2..8) } else { 1 };
        let mut bytes = Vec::new();
        for number in 1..=requests {
            request(&mut bytes, number == requests, rng);
        }
        let mut end = match rng.usize(..40) {
            0 => End::Cut,
            1 | 2 => End::HalfClose,
            _ => End::Read,
        };
        if one_in(rng, 30) {
            bytes.truncate(rng.usize(..=bytes.len()));
            end = choose(rng, &[End::Cut, End::HalfClose, End::Read]);
        }
        let is_http2 = bytes.starts_with(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        Self {
            pieces: pieces(bytes, rng),
            end,
            requests,
            is_http2,
        }
    }

    /// Returns all bytes, escaped and in short.
    pub(crate) fn text(&self) -> String {
        let text = self.pieces.concat().escape_ascii().to_string();
        let text = text.replace("\\n", "\\n\n");
        if text.len() <= 2_500 {
            return text;
        }
        format!(
            "{} [... {} characters in all ...] {}",
            &text[..1_200],
            text.len(),
            &text[text.len() - 1_000..]
        )
    }
}

fn pieces(mut bytes: Vec<u8>, rng: &mut Rng) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    if one_in(rng, 10) {
        for _ in 0..rng.usize(1..4) {
            let rest = bytes.split_off(rng.usize(..=bytes.len()));
            pieces.push(std::mem::replace(&mut bytes, rest));
        }
    }
    pieces.push(bytes);
    pieces
}

/// Appends one request.
fn request(to: &mut Vec<u8>, is_last: bool, rng: &mut Rng) {
    let route = target::route(rng);
    let method = match rng.usize(..20) {
        0 => choose(rng, &METHODS).to_vec(),
        1 if one_in(rng, 8) => b"LONG".repeat(rng.usize(1..5_000)),
        _ => route.method.as_bytes().to_vec(),
    };
    let version = if one_in(rng, 50) {
        choose(rng, &VERSIONS)
    } else {
        b"HTTP/1.1"
    };
    let (body_headers, body) = body::body(&route, rng);

    to.extend(method);
    to.extend(if one_in(rng, 100) {
        b"  ".as_slice()
    } else {
        b" "
    });
    to.extend(target::target(&route, rng));
    to.extend(b" ");
    to.extend(version);
    end_line(to, rng);
    let mut lines = headers::headers(&route, is_last, rng);
    lines.extend(body_headers);
    rng.shuffle(&mut lines);
    for line in lines {
        to.extend(line);
        end_line(to, rng);
    }
    if one_in(rng, 150) {
        to.extend(garbage(rng, 40));
    }
    end_line(to, rng);
    to.extend(body);
}

fn end_line(to: &mut Vec<u8>, rng: &mut Rng) {
    let odd: [&[u8]; 4] = [b"\n", b"\r", b"\r\r\n", b""];
    to.extend(if one_in(rng, 800) {
        choose(rng, &odd)
    } else {
        b"\r\n"
    });
}
