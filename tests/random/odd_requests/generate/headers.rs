//! Generates headers, except those of the body.

use fastrand::Rng;

use super::{
    pick::{choose, garbage, one_in},
    target::{Kind, Route},
};

/// Headers that the application or the server reads, each with values that are valid, odd, or both.
const HEADERS: [(&str, &[&str]); 26] = [
    (
        "accept-encoding",
        &[
            "gzip",
            "br, gzip;q=0.5",
            "*;q=0",
            "identity;q=0",
            "gzip;q=9",
            ",,",
            "zstd, deflate",
            "",
        ],
    ),
    ("accept", &["*/*", "text/html", "application/json;q=x", ""]),
    (
        "range",
        &[
            "bytes=0-3",
            "bytes=5-",
            "bytes=-3",
            "bytes=9-1",
            "bytes=99999-",
            "bytes=0-1,3-4",
            "bytes=-",
            "x=1",
        ],
    ),
    (
        "range",
        &[
            "bytes=18446744073709551615-",
            "bytes=0-18446744073709551615",
            "bytes=-18446744073709551616",
        ],
    ),
    (
        "if-modified-since",
        &[
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Fri, 01 Jan 2100 00:00:00 GMT",
            "yesterday",
            "",
        ],
    ),
    (
        "if-unmodified-since",
        &[
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Thu, 99 Foo 0000 99:99:99 GMT",
        ],
    ),
    ("if-none-match", &["*", "\"x\"", "W/\"x\", \"y\"", "\""]),
    ("if-match", &["*", "\"x\"", "x"]),
    ("if-range", &["\"x\"", "Sun, 06 Nov 1994 08:49:37 GMT"]),
    (
        "origin",
        &[
            "http://other",
            "null",
            "\u{e9}",
            "",
            "http://other, http://third",
        ],
    ),
    ("access-control-request-method", &["PUT", "", "put", "@"]),
    (
        "access-control-request-headers",
        &["x-a, x-b", "", ",", "\u{e9}"],
    ),
    ("access-control-request-private-network", &["true", "x"]),
    ("expect", &["100-continue", "200-ok", ""]),
    ("upgrade", &["websocket", "h2c", "foo/2", ""]),
    (
        "connection",
        &[
            "keep-alive",
            "upgrade",
            "close, upgrade",
            "x-user",
            "",
            "te, trailers",
        ],
    ),
    ("te", &["trailers", "gzip;q=0"]),
    ("trailer", &["x-a", "content-length"]),
    ("content-encoding", &["gzip", "br", "identity", "x", ""]),
    ("cookie", &["a=b", ";;=", "\u{1}"]),
    ("x-request-id", &["1", "\u{e9}"]),
    ("x-forwarded-for", &["::1", "unknown, \"_x\""]),
    ("x-forwarded-host", &["host, other", "\u{e9}/"]),
    ("x-http-method-override", &["DELETE"]),
    (
        "content-type",
        &[
            "text/plain; charset=utf-16",
            "application/json",
            "a/b/c",
            "\u{e9}",
            "multipart/form-data",
        ],
    ),
    ("sec-websocket-protocol", &["echo", ",", "\u{e9}"]),
];
const HOSTS: [&[u8]; 9] = [
    b"",
    b"a b",
    b"[::1",
    b"host:99999999",
    b"\xff",
    b"host, other",
    b"ann@host",
    b"*",
    b"/",
];
const USERS: [&[u8]; 5] = [b"ann", b"bob", b"", b"\xc3\xa9", b"Basic ====="];
const LINES: [&[u8]; 12] = [
    b"x-folded: a\r\n b",
    b": nothing",
    b"no-colon",
    b" leading: space",
    b"sp ace: x",
    b"x-nul: a\0b",
    b"x\xff: y",
    b"x-empty:",
    b"x-tab:\t\t",
    b"x-cr: a\rb",
    b"x: y: z",
    b"\xe2\x80\x8b: x",
];

/// Returns header lines without their ends.
pub(super) fn headers(route: &Route, is_last: bool, rng: &mut Rng) -> Vec<Vec<u8>> {
    let mut lines = Vec::new();
    match rng.usize(..30) {
        0 => {}
        1 => lines.push(line("host", choose(rng, &HOSTS))),
        2 => lines.extend([line("host", b"host"), line("Host", b"other")]),
        _ => lines.push(line("host", b"host")),
    }
    if !one_in(rng, 4) {
        let user = if one_in(rng, 5) {
            choose(rng, &USERS)
        } else {
            b"ann"
        };
        lines.push(line("authorization", user));
    }
    if is_last && route.kind != Kind::Socket && !one_in(rng, 10) {
        lines.push(line("connection", b"close"));
    }
    if route.kind == Kind::Socket {
        socket(&mut lines, rng);
    }
    for _ in 0..rng.usize(..5).saturating_sub(1) {
        let (name, values) = choose(rng, &HEADERS);
        for _ in 0..if one_in(rng, 20) { 3 } else { 1 } {
            lines.push(line(name, choose(rng, values).as_bytes()));
        }
    }
    match rng.usize(..250) {
        0..4 => lines.push(choose(rng, &LINES).to_vec()),
        4 => lines.push([b"x-garbage: ", garbage(rng, 40).as_slice()].concat()),
        5 => lines.push(
            [
                b"x-long: ",
                b"long".repeat(rng.usize(1..120_000)).as_slice(),
            ]
            .concat(),
        ),
        6 => lines.extend(
            (0..rng.usize(1..200)).map(|number| format!("x-{number}: {number}").into_bytes()),
        ),
        _ => {}
    }
    lines
}

/// Appends the headers of a WebSocket's handshake, sometimes not all of them.
fn socket(lines: &mut Vec<Vec<u8>>, rng: &mut Rng) {
    let key: [&[u8]; 3] = [b"dGhlIHNhbXBsZSBub25jZQ==", b"short", b"\xff"];
    let all: [(&str, &[u8]); 4] = [
        ("connection", b"Upgrade"),
        ("upgrade", b"websocket"),
        (
            "sec-websocket-version",
            if one_in(rng, 10) { b"99" } else { b"13" },
        ),
        (
            "sec-websocket-key",
            key[if one_in(rng, 8) { rng.usize(..3) } else { 0 }],
        ),
    ];
    for (name, value) in all {
        if !one_in(rng, 16) {
            lines.push(line(name, value));
        }
    }
}

pub(super) fn line(name: &str, value: &[u8]) -> Vec<u8> {
    [name.as_bytes(), b": ", value].concat()
}
