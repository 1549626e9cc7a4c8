//! Rules for every `.stderr` under `ui/`: one error for each mistake,
//! on code that the user would change.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The files with more than one error, the number of their errors, and the reason.
const EXCEPTIONS: [(&str, usize, &str); 8] = [
    (
        "app/include_of_a_plain_function",
        2,
        "rustc also looks for the module of the part",
    ),
    (
        "app/paths_of_other_frameworks",
        16,
        "a mistake in each path",
    ),
    (
        "app/prefixes_of_other_frameworks",
        6,
        "a mistake in each path",
    ),
    ("app/several_mistakes", 3, "three mistakes"),
    ("handler/several_mistakes", 5, "five mistakes"),
    (
        "middleware/half_typed_body",
        2,
        "rustc recovers after the dot, and then checks the type of the receiver",
    ),
    (
        "middleware/half_typed_parameter",
        2,
        "rustc parses the item again and reports the same error",
    ),
    ("middleware/several_mistakes", 4, "four mistakes"),
];

/// Names that must not be in a message.
const INTERNAL: [&str; 15] = [
    "Arguments",
    "Callable",
    "Candidate",
    "BoxEntry",
    "Destination",
    "Has",
    "HeadArguments",
    "ChainService",
    "SatisfiedBy",
    "MiddlewareLink",
    "__Chain",
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
            wrong.push(format!("{name} has {found} errors, expected {expected}"));
        }
    }
    wrong.extend(
        exceptions
            .keys()
            .map(|name| format!("{name} does not exist")),
    );
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

/// Asserts that no error of any file is wrong in this way.
fn none(is_wrong: impl Fn(&[&str]) -> bool) {
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let errors = errors(&text).into_iter().filter(|error| is_wrong(error));
        wrong.extend(errors.map(|error| format!("{name}: {}", error.join("\n"))));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the lines of an error before its notes.
fn place<'a, 'b>(error: &'b [&'a str]) -> &'b [&'a str] {
    let is_note = |line: &&str| {
        line.trim_start().starts_with("= ") || line.starts_with("note") || line.starts_with("help")
    };
    let end = error.iter().position(is_note).unwrap_or(error.len());
    &error[..end]
}

/// Returns the text after the bar of a line of source code or carets.
fn source(line: &str) -> &str {
    match line.split_once('|') {
        Some((number, rest)) if number.trim().chars().all(|digit| digit.is_ascii_digit()) => {
            rest.trim_start()
        }
        _ => "",
    }
}

/// Returns the lines of each error of a file.
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

/// Returns every `.stderr` by its path under `ui/`, without the extension.
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
                let name = name.strip_prefix(&root).expect("the path is under `ui/`");
                let name = name.to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).expect("the file can be read");
                found.insert(name, text);
            }
        }
    }
    assert!(!found.is_empty(), "no cases under {}", root.display());
    found
}
