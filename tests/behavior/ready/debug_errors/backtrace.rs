//! The backtrace, which depends on an environment variable that a process reads once.

use std::{env, process::Command};

use super::site;
use crate::support::{Events, send};

/// Prints the pages of an error and of a panic. The test below runs it in a process of its own.
#[tokio::test]
async fn print_pages() {
    let app = site(Events::default());
    println!("{}", send(&app, "GET", "/orders/7").await.body);
    println!("{}", send(&app, "POST", "/orders").await.body);
}

/// Runs `print_pages` with a value of `RUST_BACKTRACE`, and returns what the two pages show as the backtrace.
fn backtraces(value: &str) -> [String; 2] {
    let name = concat!(module_path!(), "::print_pages");
    let (_, name) = name.split_once("::").unwrap();
    let run = Command::new(env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env("RUST_BACKTRACE", value)
        .env_remove("RUST_LIB_BACKTRACE")
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let mut pages = printed.split("500 Internal Server Error\n").skip(1);
    [(); 2].map(|()| {
        let page = pages.next().unwrap_or_else(|| panic!("{printed}"));
        page.split_once("\nBacktrace\n\n").unwrap().1.to_owned()
    })
}

#[test]
fn the_page_has_a_backtrace_if_the_environment_says_so() {
    let [error, panic] = backtraces("1");
    assert!(error.contains("debug_errors::save"), "{error}");
    assert!(panic.contains("debug_errors::panics"), "{panic}");
    for page in backtraces("0") {
        assert!(
            page.starts_with("    set the environment variable RUST_BACKTRACE=1\n"),
            "{page}"
        );
    }
}
