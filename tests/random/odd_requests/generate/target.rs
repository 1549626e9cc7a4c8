//! Generates the target of a request: paths of the application, and odd spellings of them.

use fastrand::Rng;

use super::{
    pick::{choose, one_in},
    spelling::{segment, spell},
};

/// A route of the application. `{}` is a segment, and `{*}` are some.
pub(super) struct Route {
    pub(super) method: &'static str,
    path: &'static str,
    pub(super) kind: Kind,
}

/// What the handler reads.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Nothing,
    Json,
    Form,
    Text,
    Encoded,
    Socket,
}

/// The methods, the path, and what its handler reads.
const ROUTES: [(&str, &str, Kind); 52] = [
    ("GET", "/", Kind::Nothing),
    ("GET", "/health", Kind::Nothing),
    ("GET", "/de/language", Kind::Nothing),
    ("GET", "/de/{*}", Kind::Nothing),
    ("GET", "/theme", Kind::Nothing),
    ("GET", "/links", Kind::Nothing),
    ("GET", "/{}/{}/{}", Kind::Nothing),
    ("POST", "/query", Kind::Form),
    ("GET", "/query", Kind::Nothing),
    ("PURGE", "/any/{*}", Kind::Nothing),
    ("GET", "/t/{}", Kind::Nothing),
    ("GET", "/t/{}/settings", Kind::Nothing),
    ("PUT", "/t/{}/settings", Kind::Text),
    ("GET", "/t/{}/admin", Kind::Nothing),
    ("DELETE", "/t/{}/admin/users", Kind::Nothing),
    ("GET", "/t/{}/admin/{*}", Kind::Nothing),
    ("GET", "/t/{}/{}", Kind::Nothing),
    ("GET", "/m/{}/{}", Kind::Nothing),
    ("GET", "/m/{}/{}/{}", Kind::Nothing),
    ("GET", "/m/{}/{}/files/{*}", Kind::Nothing),
    ("GET", "/private/{*}", Kind::Nothing),
    ("POST", "/private/{*}", Kind::Text),
    ("GET", "/account", Kind::Nothing),
    ("POST", "/account/login", Kind::Form),
    ("GET", "/account/{*}", Kind::Nothing),
    ("POST", "/body/json", Kind::Json),
    ("POST", "/body/form", Kind::Form),
    ("GET", "/body/form", Kind::Nothing),
    ("POST", "/body/text", Kind::Text),
    ("POST", "/body/bytes", Kind::Encoded),
    ("POST", "/body/echo", Kind::Encoded),
    ("GET", "/live/socket", Kind::Socket),
    ("GET", "/live/events", Kind::Nothing),
    ("GET", "/s/{}/plain/{}", Kind::Nothing),
    ("GET", "/s/{}/service/file.txt", Kind::Nothing),
    ("GET", "/s/{}/static/file.txt", Kind::Nothing),
    ("GET", "/u/{}/here", Kind::Nothing),
    ("GET", "/u/{}/merged", Kind::Nothing),
    ("GET", "/u/{}/service/{*}", Kind::Nothing),
    ("GET", "/u/{}/files/{*}", Kind::Nothing),
    ("GET", "/u/{}/{*}", Kind::Nothing),
    ("GET", "/w/{}/here/{*}", Kind::Nothing),
    ("GET", "/w/{}/{*}", Kind::Nothing),
    ("POST", "/plain", Kind::Text),
    ("GET", "/plain/{}/{*}", Kind::Nothing),
    ("GET", "/nested/{}", Kind::Nothing),
    ("GET", "/service/folder/other.txt", Kind::Nothing),
    ("GET", "/static/file.txt", Kind::Nothing),
    ("GET", "/outer/inner/{}", Kind::Nothing),
    ("GET", "/outer/deep/{}/private/{*}", Kind::Nothing),
    ("GET", "/folder/other.txt", Kind::Nothing),
    ("GET", "/{*}", Kind::Nothing),
];

const QUERIES: [&[u8]; 16] = [
    b"?",
    b"?a=b",
    b"?a=1&a=2",
    b"?%ff=%ff",
    b"?a=%",
    b"??",
    b"?a[b]=c&a[]=",
    b"?&&&==",
    b"?a=b#fragment",
    b"?q=%00",
    b"?\xc3\xa9=1",
    b"?a=/../b",
    b"?=",
    b"?a=b?c=d",
    b"?a={b}",
    b"?http://h/",
];
const REJECTED_QUERIES: [&[u8]; 3] = [b"?a=\xff", b"?a b=c", b"?\0"];
const BEFORE: [&[u8]; 14] = [
    b"http://host",
    b"http://host",
    b"http://host:80",
    b"http://[::1]:80",
    b"https://ann:pw@host",
    b"ftp://host",
    b"http:/",
    b"http://",
    b"//host",
    b"HTTP://HOST",
    b"http://h%6fst",
    b"://",
    b"host:443",
    b"http://host:99999",
];
const WHOLE: [&[u8]; 14] = [
    b"*",
    b"",
    b"host",
    b"host:443",
    b"host:99999",
    b"#",
    b"/#x",
    b"?",
    b"?a",
    b"http://host",
    b"http://host?a=b",
    b"x:y:z",
    b"[::1]:1",
    b"a/b",
];

pub(super) fn route(rng: &mut Rng) -> Route {
    let (method, path, kind) = choose(rng, &ROUTES);
    Route { method, path, kind }
}

pub(super) fn target(route: &Route, rng: &mut Rng) -> Vec<u8> {
    if one_in(rng, 40) {
        return choose(rng, &WHOLE).to_vec();
    }
    let mut target = path(route, rng);
    if one_in(rng, 4) {
        for _ in 0..rng.usize(1..4) {
            spell(&mut target, rng);
        }
    }
    if one_in(rng, 3) {
        let is_odd = one_in(rng, 40);
        target.extend(if is_odd {
            choose(rng, &REJECTED_QUERIES)
        } else {
            choose(rng, &QUERIES)
        });
    }
    if one_in(rng, 200) {
        target.extend(b"?a=".iter().chain(&b"long&".repeat(rng.usize(1..20_000))));
    }
    if one_in(rng, 14) {
        target.splice(..0, choose(rng, &BEFORE).iter().copied());
    }
    target
}

/// Returns the path of a route, with random parameters.
fn path(route: &Route, rng: &mut Rng) -> Vec<u8> {
    let mut path = Vec::new();
    for part in route.path.split('/').skip(1) {
        let number = if part == "{*}" { rng.usize(..4) } else { 1 };
        for _ in 0..number {
            let segment = if part.starts_with('{') {
                segment(rng)
            } else {
                part.as_bytes().to_vec()
            };
            path.extend([b"/", segment.as_slice()].concat());
        }
    }
    if path.is_empty() {
        path.push(b'/');
    }
    path
}
