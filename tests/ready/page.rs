//! The guide shows what the tests run: its lines, its code and the versions of the crates.

use std::{fs, path::Path};

use crate::support::{code, compact};

const PAGE: &str = include_str!("../../runtime/src/docs/ready.md");

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

/// Returns what is between each `begin`, which ends in a bracket, and the bracket that closes it.
fn blocks<'a>(source: &'a str, begin: &str) -> impl Iterator<Item = &'a str> {
    source.match_indices(begin).map(move |(index, begin)| {
        let inner = &source[index + begin.len()..];
        &inner[..depths(inner).find(|(_, _, depth)| *depth < 0).unwrap().0]
    })
}

/// Returns each character with its index and with the number of brackets that are open behind it.
fn depths(code: &str) -> impl Iterator<Item = (usize, char, i32)> {
    let step = |depth: &mut i32, (index, character)| {
        *depth += match character {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        Some((index, character, *depth))
    };
    code.char_indices().scan(0, step)
}

/// Returns the entries of a list.
fn entries(list: &str) -> Vec<&str> {
    let commas = depths(list).filter(|(_, character, depth)| (*character, *depth) == (',', 0));
    let ends = commas.map(|(index, ..)| index).chain([list.len()]);
    let mut start = 0;
    ends.map(|end| {
        let entry = &list[start..end];
        start = end + 1;
        entry
    })
    .collect()
}

#[test]
fn every_line_of_the_guide_is_an_entry_or_an_item_of_a_tested_application() {
    let (rows, sources) = (rows(), sources());
    let apps: Vec<&str> = blocks(&sources, "app!{").collect();
    let lists = apps.iter().flat_map(|app| blocks(app, "with["));
    let entries: Vec<&str> = lists.flat_map(entries).collect();
    let is_tested = |line: &&str| {
        let code = compact(line);
        match line.split([' ', '(']).next().unwrap() {
            "async" | "by_host" => sources.contains(&code),
            "GET" | "before" | "fallback" | "mount" | "stack" => {
                apps.iter().any(|app| app.contains(&code))
            }
            _ => entries.contains(&&*code),
        }
    };
    let lines: Vec<&str> = rows.iter().flat_map(|row| code(&row[2])).collect();
    assert!(lines.len() > 65, "the guide has {} lines", lines.len());
    let untested: Vec<&str> = lines.into_iter().filter(|line| !is_tested(line)).collect();
    assert!(untested.is_empty(), "{untested:#?}");
}

#[test]
fn every_code_block_of_the_guide_is_tested() {
    let sources = sources();
    let blocks = PAGE.split("\n```").skip(1).step_by(2);
    // The others have a language.
    let blocks: Vec<&str> = blocks
        .filter_map(|block| block.strip_prefix('\n'))
        .collect();
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
