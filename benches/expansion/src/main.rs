//! Times the expansion of the `app!` in a file, outside of rustc.

#![allow(
    dead_code,
    unused_imports,
    reason = "`#[handler]` and `#[middleware]` are not measured"
)]

// `hygiene` asks whether it runs inside of rustc.
extern crate proc_macro;

#[path = "../../../macros/src/app/mod.rs"]
mod app;
#[path = "../../../macros/src/diagnostics/mod.rs"]
mod diagnostics;
#[path = "../../../macros/src/hygiene.rs"]
mod hygiene;
#[path = "../../../macros/src/paths.rs"]
mod paths;
#[path = "../../../macros/src/syntax.rs"]
mod syntax;

use std::{error::Error, time::Instant};

use proc_macro2::TokenStream;

/// Prints the milliseconds of several expansions, and the number of generated tokens.
fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give a file")?;
    let input: TokenStream = std::fs::read_to_string(path)?.parse()?;
    for _ in 0..5 {
        let started = Instant::now();
        let output = app::expand(&input);
        let elapsed = started.elapsed();
        let tokens = count(output);
        println!("{} {tokens}", elapsed.as_secs_f64() * 1000.0);
    }
    Ok(())
}

fn count(tokens: TokenStream) -> usize {
    tokens
        .into_iter()
        .map(|tree| match tree {
            proc_macro2::TokenTree::Group(group) => 2 + count(group.stream()),
            _ => 1,
        })
        .sum()
}
