//! `tests/STARLETTE.md` names tests that exist, shows code that they contain, and counts its rows.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support::{code, compact};

const PAGE: &str = include_str!("../../STARLETTE.md");

/// The number of tests in each file of Starlette 0.47.3.
const FILES: [(&str, usize); 9] = [
    ("test_base.py", 28),
    ("test_cors.py", 15),
    ("test_errors.py", 6),
    ("test_gzip.py", 8),
    ("test_https_redirect.py", 1),
    ("test_middleware.py", 2),
    ("test_session.py", 7),
    ("test_trusted_host.py", 3),
    ("test_wsgi.py", 6),
];

struct Row<'a> {
    name: &'a str,
    here: &'a str,
    lines: &'a str,
    shown_by: &'a str,
}

impl<'a> Row<'a> {
    fn new(line: &'a str) -> Self {
        let cells: Vec<&str> = line.split(" | ").collect();
        assert_eq!(cells.len(), 4, "{line}");
        Self {
            name: cells[0].trim_start_matches("| "),
            here: cells[1],
            lines: cells[2],
            shown_by: cells[3],
        }
    }

    /// Returns the file and the name of each test here.
    fn tests(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        code(self.shown_by).map(|test| test.split_once(": ").unwrap())
    }

    /// Returns the lines of code that it needs, or `None` if it does not hold or is not applicable.
    fn lines(&self) -> Option<usize> {
        self.lines.parse().ok()
    }
}

fn rows() -> Vec<Row<'static>> {
    let rows = PAGE.lines().filter(|line| line.starts_with("| test_"));
    rows.map(Row::new).collect()
}

/// Returns a path of the workspace.
fn at_root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path)
}

/// Returns a file of the workspace.
fn read(path: &str) -> String {
    let path = at_root(path);
    assert!(path.exists(), "{} does not exist", path.display());
    fs::read_to_string(path).unwrap()
}

/// Returns a file of tests, and the module around it if that is a file of its folder's name.
fn with_parent(path: &str) -> String {
    let (folder, _) = path.rsplit_once('/').unwrap();
    let parent = format!("{folder}.rs");
    if at_root(&parent).exists() {
        read(path) + &read(&parent)
    } else {
        read(path)
    }
}

#[test]
fn the_page_has_a_row_for_each_test_of_starlette() {
    for (file, count) in FILES {
        let (_, part) = PAGE.split_once(&format!("## `{file}`\n")).unwrap();
        let part = part.split("\n## ").next().unwrap();
        assert_eq!(part.matches("\n| test_").count(), count, "{file}");
    }
    let mut names: Vec<_> = rows().iter().map(|row| row.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 76);
}

#[test]
fn every_test_that_the_page_names_exists() {
    for row in rows() {
        assert_eq!(row.tests().count() == 0, row.lines == "n/a", "{}", row.name);
        for (file, test) in row.tests() {
            let source = read(file);
            let is_found = if file.ends_with(".stderr") {
                source.starts_with(test)
            } else {
                ["#[test]\n", "#[tokio::test]\nasync "]
                    .iter()
                    .any(|attribute| source.contains(&format!("{attribute}fn {test}() {{")))
            };
            assert!(is_found, "{file} has no test {test}");
        }
    }
}

#[test]
fn the_files_of_the_tests_contain_the_code_of_the_page() {
    for row in rows().iter().filter(|row| row.lines != "n/a") {
        let sources: String = row
            .tests()
            .map(|(file, _)| compact(&with_parent(file)))
            .collect();
        for code in code(row.here).filter(|code| code.contains(['(', ':', '['])) {
            assert!(sources.contains(&compact(code)), "{}: {code}", row.name);
        }
    }
}

#[test]
fn the_counts_of_the_page_are_those_of_its_rows() {
    let rows = rows();
    let count = |is: fn(&Row<'_>) -> bool| rows.iter().filter(|row| is(row)).count();
    let not_applicable = count(|row| row.lines == "n/a");
    let summary = format!(
        "Of {} tests, {not_applicable} are not applicable and {} are portable: {} hold as they are, \
         {} hold with at most five lines of code, {} does not hold.",
        rows.len(),
        rows.len() - not_applicable,
        count(|row| row.lines() == Some(0)),
        count(|row| matches!(row.lines(), Some(1..=5))),
        count(|row| row.lines == "no"),
    );
    assert!(PAGE.contains(&summary), "{summary}");
    let counted = count(|row| matches!(row.lines(), Some(0..=5)) || row.lines == "no");
    assert_eq!(counted + not_applicable, rows.len());
}

#[test]
fn the_code_of_the_page_is_tested_and_has_as_many_lines_as_its_row_says() {
    let sources = [
        include_str!("bodies.rs"),
        include_str!("errors.rs"),
        include_str!("../../behavior/ready/cors/starlette.rs"),
    ]
    .map(compact);
    let blocks: Vec<_> = PAGE.split("```\n").skip(1).step_by(2).collect();
    for block in &blocks {
        let block = compact(block);
        assert!(
            sources.iter().any(|source| source.contains(&block)),
            "{block}"
        );
    }
    let lines: Vec<_> = blocks.iter().map(|block| block.lines().count()).collect();
    let rows = rows();
    let expected = rows
        .iter()
        .filter_map(Row::lines)
        .filter(|lines| *lines > 0);
    assert_eq!(lines, expected.collect::<Vec<_>>());
}
