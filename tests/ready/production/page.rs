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

/// Returns the code without white space, and without a comma before a bracket, which rustfmt changes.
fn compact(code: &str) -> String {
    let mut code: String = code.split_whitespace().collect();
    for close in [')', ']', '}'] {
        code = code.replace(&format!(",{close}"), &close.to_string());
    }
    code
}

#[test]
fn every_code_block_of_the_guide_is_tested() {
    let sources = compact(&SOURCES.concat());
    let mut fences = PAGE.split("```").skip(1).step_by(2).peekable();
    assert!(fences.peek().is_some());
    for block in fences {
        let (language, code) = block.split_once('\n').unwrap();
        if ["", "nginx"].contains(&language) {
            assert!(sources.contains(&compact(code)), "{code}");
        }
    }
}
