//! The compile error that the README shows.

#[test]
fn the_readme_shows_the_error_that_rustc_prints() {
    let printed = include_str!("../ui/app/readme_without_authenticate.stderr");
    let readme = include_str!("../../README.md");
    let (_, shown) = readme.split_once("```text\nerror").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    // The README shows the place in its own example, so the places differ.
    let is_place = |line: &&str| !line.trim_start().starts_with("-->");
    let shown: Vec<&str> = shown.lines().filter(is_place).collect();
    let printed: Vec<&str> = printed.lines().filter(is_place).collect();
    let (first, rest) = (shown[0], &shown[1..]);
    assert_eq!(format!("error{first}"), printed[0]);
    assert_eq!(rest, &printed[1..]);
}
