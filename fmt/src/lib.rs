//! Formats the bodies of `app!`, the macro of the [`concentric`](https://docs.rs/concentric) crate.
//!
//! The program is described in its
//! [README](https://github.com/concentric-rs/concentric/blob/main/fmt/README.md). [`format()`] formats one file.

mod app;
mod bodies;
mod braces;
mod broken;
mod build;
mod cli;
#[allow(dead_code, unused_imports, reason = "they are messages of all macros")]
#[path = "../macros/diagnostics/mod.rs"]
mod diagnostics;
mod diff;
mod edition;
mod format;
mod layout;
mod leaves;
mod lex;
mod modules;
mod plan;
mod row_builder;
mod rustfmt;
mod segments;
#[allow(dead_code, reason = "the grammar uses some of it")]
#[path = "../macros/syntax.rs"]
mod syntax;
mod tree;
mod verify;
mod writer;

pub use self::{
    cli::{Formatter, Options},
    format::{Formatted, Untouched, format},
    modules::files_of,
    rustfmt::Rustfmt,
};
