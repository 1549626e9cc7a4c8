//! Compares expansions to `snapshots/<name>.rs`, which has the input as a comment and the output.
//! `UPDATE_SNAPSHOTS=1` in the environment rewrites the files.

use std::{env, fs, path::Path};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::File;

use crate::tests::{
    editor_cases::EDITOR_CASES, invocations, layer_cases::LAYER_CASES, mutations::regroup,
    snapshot_cases::CASES,
};

#[test]
fn expansions_match_their_snapshots() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/snapshots");
    let update = env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1");
    let mut changed = Vec::new();
    for (name, written) in cases() {
        let file = directory.join(name).with_extension("rs");
        let snapshot = snapshot(written.trim_start(), name.starts_with("editor_"));
        if update {
            fs::write(&file, snapshot).expect("the snapshot can be written");
        } else if !fs::read_to_string(&file).is_ok_and(|kept| kept == snapshot) {
            changed.push(format!("{name} is now:\n{snapshot}"));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nto accept the changes, run the test with UPDATE_SNAPSHOTS=1",
        changed.join("\n")
    );
}

#[test]
fn every_snapshot_has_a_case() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/snapshots");
    for file in fs::read_dir(directory).expect("the directory exists") {
        let path = file.expect("the directory can be read").path();
        let name = path.file_stem().and_then(|name| name.to_str());
        assert!(
            cases().any(|&(case, _)| Some(case) == name),
            "{} has no case",
            path.display()
        );
    }
}

fn cases() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    CASES.iter().chain(&LAYER_CASES).chain(&EDITOR_CASES)
}

/// Returns the input as a comment, followed by the expansion as rustc or an editor reads it.
fn snapshot(written: &str, is_for_editor: bool) -> String {
    let source: TokenStream = written.parse().expect("a case tokenizes");
    let [invocation] = &invocations(source)[..] else {
        panic!("a case is one invocation");
    };
    let mut text = String::new();
    for line in written.lines() {
        text += format!("// {line}").trim_end();
        text.push('\n');
    }
    let output = if is_for_editor {
        invocation.expand_for_editor()
    } else {
        invocation.expand()
    };
    let file = readable(invocation.input(), output);
    for item in file.items {
        text.push('\n');
        text += &prettyplease::unparse(&syn::parse_quote!(#item));
    }
    text
}

/// Parses the output as a file. Half-written code is wrapped in `half_written!`, since it does not
/// parse.
fn readable(input: &TokenStream, output: TokenStream) -> File {
    if let Ok(file) = syn::parse2(output.clone()) {
        return file;
    }
    let mut wrapped = Vec::new();
    // The macro may return the item unchanged.
    if let Some(errors) = output.to_string().strip_prefix(&input.to_string()) {
        let errors: TokenStream = errors.parse().expect("an output tokenizes");
        wrapped.push(quote!(half_written! { #input } #errors));
    }
    wrap_one(output, &mut |output| wrapped.push(output));
    let parsed = wrapped
        .into_iter()
        .find_map(|output| syn::parse2(output).ok());
    parsed.expect("at most one group is half-written")
}

/// Calls `found` with one group wrapped, for each group, inner groups first.
fn wrap_one(stream: TokenStream, found: &mut dyn FnMut(TokenStream)) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else {
            continue;
        };
        let (before, after) = (&tokens[..at], &tokens[at + 1..]);
        let mut with = |inner| {
            let group = regroup(group, inner);
            found(quote!(#(#before)* #group #(#after)*));
        };
        wrap_one(group.stream(), &mut with);
        let inner = group.stream();
        match group.delimiter() {
            Delimiter::Parenthesis => with(quote!(half_written!(#inner))),
            Delimiter::Brace => with(quote!(half_written! { #inner })),
            Delimiter::Bracket | Delimiter::None => {}
        }
    }
}
