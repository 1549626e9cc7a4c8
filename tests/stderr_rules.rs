//! Rules for every `.stderr` under `ui/`: one error for each mistake, on code that the user would change, of a few lines
//! and without a name that only the crate knows.

#![expect(clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The files with more than one mistake, and the number of their mistakes.
const SEVERAL_MISTAKES: [(&str, usize); 10] = [
    ("app/borrowed_state", 2),
    ("app/condition_and_lists_before_the_arrow", 3),
    ("app/part_after_an_entry_that_is_wrong", 4),
    ("app/paths_of_other_frameworks", 16),
    ("app/prefixes_of_other_frameworks", 6),
    ("app/several_mistakes", 3),
    ("handler/reference_argument", 4),
    ("handler/several_mistakes", 8),
    ("middleware/several_mistakes", 4),
    ("middleware/used_nowhere", 4),
];

/// The mistakes with more than one error, the number of their errors, and the reason.
const SEVERAL_ERRORS: [(&str, usize, &str); 3] = [
    (
        "app/include_of_a_plain_function",
        2,
        "rustc also looks for the module of the part",
    ),
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
];

/// The most lines of an error.
const BUDGET: usize = 12;

/// The most lines of the errors that people meet most: a type that nothing provides, and an entry out of order.
const FLAGSHIP_BUDGET: usize = 8;
const FLAGSHIPS: [&str; 5] = [
    "app/handler_requires_a_type_that_is_not_provided",
    "app/middleware_requires_a_type_that_is_not_provided",
    "app/must_be_inside",
    "app/must_be_outside",
    "app/readme_without_authenticate",
];

/// The errors over the budget, and the reason.
const LONG: [(&str, &str); 4] = [
    (
        "app/layer_that_provides_without_a_type",
        "rustc lists what implements the trait of the type that is not written",
    ),
    (
        "app/plain_layer_requires_context",
        "the bound is that of `axum::Router::layer`",
    ),
    (
        "app/plain_layer_requires_state",
        "the bound is that of `axum::Router::layer`",
    ),
    (
        "middleware/provided_value_is_not_clone",
        "the bound is that of `Next::provide`, which no attribute sees",
    ),
];

/// The beginnings of errors that are about the code of the user alone, and whose text is rustc's: a name that does not
/// exist, a type that differs, a call with other arguments, a future that is not `Send`, a value that is borrowed.
const OF_RUSTC: [&str; 9] = [
    "error[E0061]",
    "error[E0277]: `Id` doesn't implement `std::fmt::Display`",
    "error[E0308]",
    "error[E0423]",
    "error[E0425]",
    "error[E0433]",
    "error[E0521]",
    "error[E0599]",
    "error: future cannot be sent between threads safely",
];

/// The modules and names that only the crate knows. The claims in `concentric::diagnostics` are documented.
const INTERNAL: [&str; 22] = [
    "__private",
    "concentric::app::",
    "concentric::builder::",
    "concentric::chain::",
    "concentric::codegen::",
    "concentric::context::",
    "concentric::extract::",
    "concentric::handler::",
    "concentric::probe::",
    "concentric::routes::",
    "concentric::target::",
    "diagnostics::middleware::",
    "__",
    "AsyncFunction",
    "ChainService",
    "EntryToken",
    "Misfit",
    "Nil",
    "Pending<",
    "SatisfiedBy",
    "Suspect",
    "Unmet",
];

#[test]
fn each_mistake_produces_one_error() {
    let mut expected: BTreeMap<&str, usize> = SEVERAL_ERRORS
        .iter()
        .map(|&(name, number, _)| (name, number))
        .chain(SEVERAL_MISTAKES)
        .collect();
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let found = errors(&text).len();
        let expected = expected.remove(&*name).unwrap_or(1);
        if found != expected {
            wrong.push(format!("{name} has {found} errors, expected {expected}"));
        }
    }
    wrong.extend(expected.keys().map(|name| format!("{name} does not exist")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_error_is_within_the_budget() {
    let mut long: BTreeMap<&str, &str> = LONG.into_iter().collect();
    let mut flagships = FLAGSHIPS.to_vec();
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let is_flagship = flagships.iter().position(|flagship| *flagship == name);
        let is_flagship = is_flagship.map(|at| flagships.remove(at)).is_some();
        let budget = if is_flagship { FLAGSHIP_BUDGET } else { BUDGET };
        for error in errors(&text) {
            let lines = error.iter().rposition(|line| !line.is_empty()).unwrap_or(0) + 1;
            let is_of_rustc = OF_RUSTC.iter().any(|start| error[0].starts_with(start));
            if lines > budget && !is_of_rustc && long.remove(&*name).is_none() {
                wrong.push(format!("{name} has {lines} lines: {}", error.join("\n")));
            }
        }
    }
    wrong.extend(
        long.keys()
            .map(|name| format!("{name} is within the budget")),
    );
    wrong.extend(
        flagships
            .iter()
            .map(|name| format!("{name} does not exist")),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_error_has_an_internal_name() {
    let of_axum = LONG.map(|(name, _)| name);
    let mut wrong = Vec::new();
    for (name, text) in files() {
        let internal = INTERNAL.iter().filter(|internal| text.contains(**internal));
        let internal: Vec<_> = internal.copied().collect();
        if !internal.is_empty() && !of_axum.contains(&&*name) {
            wrong.push(format!("{name} has {internal:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
