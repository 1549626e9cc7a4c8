//! All bodies of this repository, also those with mistakes, keep their tokens and do not change the second time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::{fs, path::Path};

use concentric_fmt::format;

use crate::support::{rustfmt, tokens};

#[test]
fn all_bodies_of_the_repository_keep_their_tokens() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut source = String::new();
    for folder in [
        "benches",
        "examples",
        "macros/src/tests",
        "runtime",
        "tests",
    ] {
        read(&root.join(folder), &mut source);
    }
    assert!(source.matches("app! {").count() > 500);
    let once = format(&source, &rustfmt()).unwrap();
    // `tests/ui` has mistakes of syntax.
    assert!(!once.untouched.is_empty());
    for untouched in &once.untouched {
        assert!(!untouched.reason.contains("would change"), "{untouched:?}");
    }
    assert!(tokens(&source) == tokens(&once.text));
    let twice = format(&once.text, &rustfmt()).unwrap();
    assert!(twice.text == once.text, "it is not stable");
}

/// Adds the text of all Rust files in a folder.
fn read(folder: &Path, source: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            read(&path, source);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            *source += &fs::read_to_string(path).unwrap();
            *source += "\n";
        }
    }
}
