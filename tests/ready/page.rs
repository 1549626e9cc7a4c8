//! The guide shows what the tests run: its lines, its code and the versions of the crates.

use std::{fs, path::Path};

const PAGE: &str = include_str!("../../runtime/src/docs/ready.md");

/// Returns the code without what rustfmt changes: white space, and a comma before a bracket.
fn compact(code: &str) -> String {
    let mut code: String = code.split_whitespace().collect();
    for close in [')', ']', '}'] {
        code = code.replace(&format!(",{close}"), &close.to_string());
    }
    code
}

/// Returns the sources of all tests but this one.
fn sources() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = String::new();
    for file in fs::read_dir(folder).unwrap() {
        let file = file.unwrap().path();
        if file.extension().is_some_and(|name| name == "rs") && !file.ends_with("page.rs") {
            sources += &compact(&fs::read_to_string(file).unwrap());
        }
    }
    sources
}

/// Returns the cells of each row of the tables of lines.
fn rows() -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut is_inside = false;
    for line in PAGE.lines() {
        if line.starts_with("| for | line |") {
            is_inside = true;
        } else if !line.starts_with('|') {
            is_inside = false;
        } else if is_inside && !line.starts_with("| ---") {
            let line = line.replace(r"\|", "\u{1}");
            let cells = line
                .split('|')
                .map(|cell| cell.trim().replace('\u{1}', "|"));
            rows.push(cells.collect());
        }
    }
    rows
}

/// Returns the texts between backticks.
fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_line_of_the_guide_is_tested() {
    let (rows, sources) = (rows(), sources());
    let lines: Vec<&str> = rows.iter().flat_map(|row| code(&row[2])).collect();
    assert!(lines.len() > 65, "the guide has {} lines", lines.len());
    let untested: Vec<&str> = lines
        .into_iter()
        .filter(|line| !sources.contains(&compact(line)))
        .collect();
    assert!(untested.is_empty(), "{untested:#?}");
}

#[test]
fn every_code_block_of_the_guide_is_tested() {
    let sources = sources();
    let blocks: Vec<&str> = PAGE.split("```\n").skip(1).step_by(2).collect();
    assert!(blocks.len() > 5, "the guide has {} blocks", blocks.len());
    for block in blocks {
        assert!(sources.contains(&compact(block)), "{block}");
    }
}

#[test]
fn every_version_of_the_guide_is_the_tested_one() {
    let manifests = [include_str!("Cargo.toml"), include_str!("../../Cargo.toml")].concat();
    for row in rows() {
        let krate = row[3].split(',').next().unwrap().replace('`', "");
        let Some((name, version)) = krate.split_once(' ') else {
            continue;
        };
        if version.starts_with(|first: char| first.is_ascii_digit()) {
            let found = [
                format!("\n{name} = \"{version}"),
                format!("\n{name} = {{ version = \"{version}"),
            ];
            assert!(found.iter().any(|text| manifests.contains(text)), "{krate}");
        }
    }
}

#[test]
fn every_name_of_another_framework_leads_to_a_group() {
    let links: Vec<&str> = PAGE
        .split("](#")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    assert!(links.len() > 50, "the guide has {} links", links.len());
    let headings: Vec<String> = PAGE
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .map(|heading| heading.to_lowercase().replace(' ', "-"))
        .collect();
    for link in links {
        assert!(headings.iter().any(|heading| heading == link), "{link}");
    }
}
