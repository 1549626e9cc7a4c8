//! Expands the macros on any text that tokenizes.

#![no_main]

#[path = "../../src/app/mod.rs"]
mod app;
#[path = "../../src/diagnostics/mod.rs"]
mod diagnostics;
#[path = "../../src/handler/mod.rs"]
mod handler;
#[path = "../../src/hygiene.rs"]
mod hygiene;
#[path = "../../src/middleware/mod.rs"]
mod middleware;
#[path = "../../src/paths.rs"]
mod paths;
#[path = "../../src/syntax.rs"]
mod syntax;

use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::TokenStream;

fuzz_target!(|text: &str| -> Corpus { expand(text) });

fn expand(text: &str) -> Corpus {
    let (options, item) = text.split_once("\n---\n").unwrap_or(("", text));
    let (Ok(options), Ok(item)) = (options.parse::<TokenStream>(), item.parse::<TokenStream>())
    else {
        return Corpus::Reject;
    };
    app::expand(&item);
    handler::expand(options.clone(), &item);
    middleware::expand(options, &item);
    // proc-macro2 otherwise keeps the text of every input for its spans.
    proc_macro2::extra::invalidate_current_thread_spans();
    Corpus::Keep
}
