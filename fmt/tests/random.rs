//! Random bodies keep their tokens and comments, and do not change the second time.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::{fmt::Write, thread};

use crate::support::{Random, body::body, verify};

/// The number of files, and of bodies in each.
const FILES: u64 = 50;
const BODIES: usize = 200;

#[test]
fn ten_thousand_random_bodies_keep_their_tokens_and_comments() {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for first in 0..threads as u64 {
            scope.spawn(move || (first..FILES).step_by(threads).for_each(verify_file));
        }
    });
}

fn verify_file(seed: u64) {
    let random = &mut Random::new(seed);
    let mut comments = 0;
    let mut source = String::new();
    for _ in 0..BODIES {
        source += "app! {";
        let is_commented = random.once_in(2);
        for token in body(random) {
            if is_separate(&source, &token) && random.once_in(3) {
                source += &token;
                continue;
            }
            source += &space(random, is_commented, &mut comments);
            source += &token;
        }
        source += "}\n";
    }
    let formatted = verify(&source);
    let is_lost = |comment: &usize| formatted.matches(&format!("c{comment}.")).count() != 1;
    let lost: Vec<usize> = (0..comments).filter(is_lost).collect();
    assert!(lost.is_empty(), "seed {seed}: comments {lost:?}");
    // proc-macro2 otherwise keeps all texts.
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// Returns whether no space is needed between two tokens.
fn is_separate(before: &str, after: &str) -> bool {
    let kind = |char: char| match char {
        '(' | '[' | '{' | ')' | ']' | '}' | ',' | ';' => 0,
        '"' | '\'' | '_' | '#' => 1,
        char if char.is_alphanumeric() => 1,
        _ => 2,
    };
    let (before_kind, after_kind) = (
        before.chars().next_back().map(kind),
        after.chars().next().map(kind),
    );
    before_kind != after_kind || before_kind == Some(0) || before.ends_with("=>")
}

/// Returns random white space and comments.
fn space(random: &mut Random, is_commented: bool, comments: &mut usize) -> String {
    if is_commented && random.once_in(20) {
        let comment = *comments;
        *comments += 1;
        let mut text = random.of(&[" ", "\n", "\n\n\n", ""]).to_owned();
        let written = match random.below(3) {
            0 => writeln!(text, "// c{comment}."),
            1 => write!(text, "/* c{comment}. */ "),
            _ => writeln!(text, "/* c{comment}.\n    * more */"),
        };
        written.unwrap();
        return text;
    }
    random
        .of(&[" ", " ", " ", "  ", "\n", "\n    ", "\n\n\n", "\t"])
        .to_owned()
}
