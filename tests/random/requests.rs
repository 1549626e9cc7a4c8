//! Random requests that resemble the paths of an application, and other spellings of them.

use fastrand::Rng;

use crate::model::Model;

const METHODS: [&str; 8] = [
    "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PURGE",
];
const SEGMENTS: [&str; 9] = ["a", "b", "c", "m", "n", "x-1", "x-b", "x-", "zz"];

pub(crate) fn method(rng: &mut Rng) -> &'static str {
    choose(rng, &METHODS)
}

fn choose<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(..from.len())]
}

/// Returns a target as in the first line of a request. More than half of them are plain paths.
pub(crate) fn target(model: &Model, rng: &mut Rng) -> String {
    let mut path = plain(model, rng);
    if rng.usize(..100) < 45 {
        for _ in 0..rng.usize(1..4) {
            spell(&mut path, rng);
        }
        if rng.usize(..8) == 0 {
            path.insert_str(0, "http://host");
        }
    }
    if rng.usize(..16) == 0 {
        path.push_str("?a=/b/../c");
    }
    path
}

fn plain(model: &Model, rng: &mut Rng) -> String {
    let paths = model.targets.iter().flat_map(|target| target.paths);
    let paths: Vec<_> = paths.map(|&(path, _)| path).collect();
    let prefixes: Vec<_> = model
        .scopes
        .iter()
        .filter_map(|scope| scope.prefix)
        .collect();
    let mut path = String::new();
    let mut add = |segment: &str| {
        path.push('/');
        path.push_str(segment);
    };
    let like = match rng.usize(..8) {
        0 => "",
        1..4 if !prefixes.is_empty() => choose(rng, &prefixes),
        _ if !paths.is_empty() => choose(rng, &paths),
        _ => "",
    };
    for segment in like.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with("{*") {
            add(choose(rng, &SEGMENTS));
            add(choose(rng, &SEGMENTS));
        } else if let Some((before, _)) = segment.split_once('{') {
            add(&format!("{before}{}", choose(rng, &SEGMENTS)));
        } else if rng.usize(..8) > 0 {
            add(segment);
        } else {
            add(choose(rng, &SEGMENTS));
        }
    }
    for _ in 0..rng.usize(..5).saturating_sub(2) {
        add(choose(rng, &SEGMENTS));
    }
    if path.is_empty() {
        path.push('/');
    }
    path
}

/// Changes the spelling of a path at one place. It always begins with a slash.
fn spell(path: &mut String, rng: &mut Rng) {
    let slashes: Vec<_> = path.match_indices('/').map(|(at, _)| at).collect();
    let at = choose(rng, &slashes);
    match rng.usize(..11) {
        0 => path.insert(at, '/'),
        1 => path.insert_str(at, choose(rng, &["/.", "/%2e", "/%2E"])),
        2 => {
            let up = choose(rng, &["..", "%2e%2e", ".%2E", "%2e."]);
            let detour = format!("/{}/{up}", choose(rng, &SEGMENTS));
            path.insert_str(at, &detour);
        }
        3 => path.insert_str(at, choose(rng, &["/..", "/%2e%2e"])),
        4 | 5 => encode(path, rng),
        6 if at > 0 => path.replace_range(at..=at, choose(rng, &["%2f", "%2F"])),
        7 if at > 0 => path.replace_range(at..=at, choose(rng, &["\\", "%5c", "%5C"])),
        8 => path.push('/'),
        9 => path.push_str(choose(rng, &["/.", "/..", "/%2e%2e", "%2f", "\\"])),
        // Empties a segment.
        _ => {
            let end = path[at + 1..]
                .find('/')
                .map_or(path.len(), |length| at + 1 + length);
            path.replace_range(at + 1..end, "");
        }
    }
}

/// Encodes a letter, or the sign of an encoded one.
fn encode(path: &mut String, rng: &mut Rng) {
    let mut letters = path.char_indices();
    letters.next();
    let letters: Vec<_> = letters
        .filter(|(_, letter)| letter.is_ascii_lowercase() || "%.-".contains(*letter))
        .collect();
    if letters.is_empty() {
        return;
    }
    let (at, letter) = choose(rng, &letters);
    let code = u32::from(letter);
    // Also in the middle of `%2e`, where what follows is no longer encoded as it was.
    let encoded = if rng.bool() {
        format!("%{code:02x}")
    } else {
        format!("%{code:02X}")
    };
    path.replace_range(at..=at, &encoded);
}
