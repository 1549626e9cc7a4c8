//! A large file is formatted while its user waits.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use crate::support::formatted;

/// The limit for a thousand routes.
const LIMIT: Duration = Duration::from_secs(1);

#[test]
fn a_thousand_routes_are_formatted_in_a_second() {
    let mut source = "app! {\nfn site(state: Shop) -> Router with [log] {\n".to_owned();
    for number in 0..1_000 {
        writeln!(
            source,
            "GET | POST \"/users/{number}/{{id}}\" as user_{number} => \
             async |Path(id):Path<u32>| format!(\"{{id}}\") with [require_role(Role::Owner),limit({number})],"
        )
        .unwrap();
    }
    source += "}\n}\n";
    // Other programs run at the same time, so one of a few runs counts.
    let is_fast = |_| {
        let start = Instant::now();
        let formatted = formatted(&source);
        let elapsed = start.elapsed();
        assert!(formatted.contains("            with [require_role(Role::Owner), limit(999)],"));
        elapsed < LIMIT
    };
    assert!((0..10).any(is_fast));
}
