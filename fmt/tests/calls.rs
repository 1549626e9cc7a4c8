//! The number of times that rustfmt is started, which decides how long formatting takes.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::{fmt::Write, fs::Permissions, os::unix::fs::PermissionsExt};

use crate::support::folder::Folder;

/// Counts the calls, and runs rustfmt.
const COUNTER: &str = "#!/bin/sh\necho >> calls\nexec rustfmt \"$@\"\n";

/// Returns how often rustfmt is started for an application with this number of routes.
fn calls(routes: usize) -> usize {
    let mut source = "app! {\nfn site(state: Shop) -> Router with [log] {\n".to_owned();
    for number in 0..routes {
        writeln!(
            source,
            "GET | POST \"/users/{number}/{{id}}\" as user_{number} => \
             async |Path(id):Path<u32>| format!(\"{{id}}\") with [require_role(Role::Owner),limit({number})],"
        )
        .unwrap();
    }
    source += "}\n}\n";
    let folder = Folder::new();
    folder.write("rustfmt.sh", COUNTER);
    folder.permit("rustfmt.sh", Permissions::from_mode(0o755));
    let output = folder.fmt_with(&[("RUSTFMT", "./rustfmt.sh")], &[], &source);
    let formatted = String::from_utf8(output.stdout).unwrap();
    let last = format!("with [require_role(Role::Owner), limit({})],", routes - 1);
    assert!(formatted.contains(&last), "{formatted}");
    folder.read("calls").lines().count()
}

#[test]
fn a_thousand_routes_need_as_many_calls_of_rustfmt_as_ten() {
    let few = calls(10);
    assert!(few > 0);
    assert_eq!(calls(1_000), few);
}
