//! One mistake, one error, on what a person would change: what holds for every `.stderr` below `ui/`.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The files that have not one error, with how many they have, and why.
const EXCEPTIONS: [(&str, usize, &str); 5] = [
    ("app/several_mistakes", 3, "three mistakes"),
    ("handler/several_mistakes", 5, "five mistakes"),
    (
        "middleware/half_typed_body",
        2,
        "rustc goes on after the dot, and then checks the type of what stands before it",
    ),
    (
        "middleware/half_typed_parameter",
        2,
        "the item goes back to rustc, whose parser reports what ours has reported",
    ),
    ("middleware/several_mistakes", 4, "four mistakes"),
];

/// What is no word of the user's.
const INTERNAL: [&str; 15] = [
    "Arguments",
    "Callable",
    "Candidate",
    "CutPart",
    "Destination",
    "Has",
    "HeadArguments",
    "Inward",
    "MetBy",
    "Ring",
    "__Endpoint",
    "__Requires",
    "__Service",
    "__State",
    "__private",
];

#[test]
fn each_mistake_produces_one_error() {
    let mut exceptions: BTreeMap<&str, usize> = EXCEPTIONS
        .iter()
        .map(|&(name, number, _)| (name, number))
        .collect();
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let found = errors(&text).len();
        let expected = exceptions.remove(&*name).unwrap_or(1);
        if found != expected {
            wrong.push(format!("{name} has {found} errors, and not {expected}"));
        }
    }
    wrong.extend(exceptions.keys().map(|name| format!("there is no {name}")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_names_an_internal_type() {
    none(|error| {
        let mut words = error[0].split(|part: char| !part.is_alphanumeric() && part != '_');
        words.any(|word| INTERNAL.contains(&word))
    });
}

#[test]
fn no_caret_marks_a_whole_macro_call() {
    none(|error| {
        // ` 5 | / app! {`, and then ` 9 | | }` with `   | |_^` below it.
        let mut lines = place(error).iter().map(|line| source(line));
        lines.any(|line| line.starts_with("/ app! {"))
            && lines.any(|line| line.starts_with("|_") && line.contains('^'))
    });
}

#[test]
fn no_caret_marks_a_whole_attribute() {
    none(|error| {
        place(error).windows(2).any(|lines| {
            let (code, marks) = (source(lines[0]), source(lines[1]));
            let is_attribute = code.starts_with("#[") && code.ends_with(']');
            is_attribute && marks.starts_with(&"^".repeat(code.len()))
        })
    });
}

/// No error of any file is of this kind.
fn none(is_wrong: impl Fn(&[&str]) -> bool) {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let errors = errors(&text).into_iter().filter(|error| is_wrong(error));
        wrong.extend(errors.map(|error| format!("{name}: {}", error.join("\n"))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lines that show where an error is, without the notes below.
fn place<'a, 'b>(error: &'b [&'a str]) -> &'b [&'a str] {
    let is_note = |line: &&str| {
        line.trim_start().starts_with("= ") || line.starts_with("note") || line.starts_with("help")
    };
    let end = error.iter().position(is_note).unwrap_or(error.len());
    &error[..end]
}

/// What stands after the bar of a line of source, or of marks below one.
fn source(line: &str) -> &str {
    match line.split_once('|') {
        Some((number, rest)) if number.trim().chars().all(|digit| digit.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => "",
    }
}

/// The lines of each error of a file.
fn errors(text: &str) -> Vec<Vec<&str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for line in text.lines() {
        let begins = line.starts_with("error") || line.starts_with("warning");
        match blocks.last_mut() {
            Some(block) if !begins => block.push(line),
            _ => blocks.push(vec![line]),
        }
    }
    blocks.retain(|block| block[0].starts_with("error"));
    blocks
}

/// Every `.stderr`, by its path below `ui/` and without the ending.
fn files() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let mut found = BTreeMap::new();
    let mut directories = vec![root.clone()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory).expect("the directory can be read") {
            let path: PathBuf = entry.expect("the directory can be read").path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|ending| ending == "stderr") {
                let name = path.with_extension("");
                let name = name.strip_prefix(&root).expect("it is below");
                let name = name.to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).expect("the file can be read");
                found.insert(name, text);
            }
        }
    }
    assert!(
        !found.is_empty(),
        "there are cases below {}",
        root.display()
    );
    found
}
