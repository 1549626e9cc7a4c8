//! The guide shows what the tests and the example `fleet` run.

const PAGE: &str = include_str!("../../../runtime/src/docs/production.md");

const SOURCES: [&str; 6] = [
    include_str!("proxy.rs"),
    include_str!("metrics.rs"),
    include_str!("traces.rs"),
    include_str!("../../../examples/fleet/main.rs"),
    include_str!("../../../examples/fleet/redis.rs"),
    include_str!("../../../examples/fleet/nginx.conf"),
];

/// Returns the code without its indentation.
fn dedent(code: &str) -> String {
    code.lines()
        .map(|line| line.trim().to_owned() + "\n")
        .collect()
}

#[test]
fn every_code_block_of_the_guide_is_tested() {
    let sources = dedent(&SOURCES.concat());
    let blocks: Vec<&str> = PAGE.split("```").skip(1).step_by(2).collect();
    assert!(blocks.len() > 5, "the guide has {} blocks", blocks.len());
    for block in blocks {
        let (language, code) = block.split_once('\n').unwrap();
        if ["", "nginx"].contains(&language) {
            assert!(sources.contains(&dedent(code)), "{code}");
        }
    }
}
