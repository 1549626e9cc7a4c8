//! The README's table of mistakes.

use std::{fs, path::Path};

#[test]
fn the_readme_shows_the_messages_that_rustc_prints() {
    let rows: Vec<_> = include_str!("../../README.md")
        .lines()
        .filter_map(|line| {
            let (_, rest) = line.split_once("](tests/ui/")?;
            let (file, rest) = rest.split_once(')')?;
            let message = rest.trim_end_matches([' ', '|']).rsplit_once("| ")?.1;
            Some((file, message))
        })
        .collect();
    assert_eq!(rows.len(), 9);
    for (file, message) in rows {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui").join(file);
        let printed = fs::read_to_string(path).unwrap();
        let first = printed.lines().next().unwrap();
        let (_, first) = first.split_once(": ").unwrap();
        assert_eq!(first, message, "{file}");
    }
}
