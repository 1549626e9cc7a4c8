//! No input makes a macro panic or hang, and every output parses.

use std::{
    fmt::Write,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{File, Item, ItemFn};

use crate::tests::{
    Attribute, Invocation,
    error_recovery::{InputText, heal},
    invocations,
    mutations::{Random, all, count, mutate, prefix},
};

const README: &str = include_str!("../../../README.md");
const QUICKSTART: &str = include_str!("../../../examples/quickstart.rs");
const SHOP: [&str; 4] = [
    include_str!("../../../examples/shop/auth.rs"),
    include_str!("../../../examples/shop/live.rs"),
    include_str!("../../../examples/shop/main.rs"),
    include_str!("../../../examples/shop/orders.rs"),
];
/// Forms that the examples do not use.
const RARE: &str = include_str!("rare.txt");

#[test]
fn mutations_of_the_readme_expand_without_panic_or_hang() {
    let mut source = String::new();
    let blocks = README.split("```rust").skip(1);
    for line in blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines()) {
        // A hidden line of a doc test.
        let line = line.strip_prefix("# ").unwrap_or(line);
        writeln!(source, "{line}").expect("writing to a string succeeds");
    }
    drive(source);
}

#[test]
fn mutations_of_the_quickstart_expand_without_panic_or_hang() {
    drive(QUICKSTART.to_owned());
}

#[test]
fn mutations_of_the_shop_expand_without_panic_or_hang() {
    drive(SHOP.concat());
}

#[test]
fn mutations_of_rare_forms_expand_without_panic_or_hang() {
    drive(RARE.to_owned());
}

/// The number of random mutations of each invocation.
const ROUNDS: u64 = 40;

/// The time limit of one expansion, which takes milliseconds.
const LIMIT: Duration = Duration::from_secs(20);

/// Verifies all mutations of all invocations in a source.
fn drive(source: String) {
    let (sender, receiver) = channel();
    let worker = thread::spawn(move || {
        let source: TokenStream = source.parse().expect("an example tokenizes");
        let found = invocations(source.clone());
        assert!(!found.is_empty(), "the example uses a macro");
        let mut others = Vec::new();
        all(&source, &mut others);
        for original in &found {
            let check = |mutation: String, mutated: Invocation| {
                let Some(mutated) = mutated.relexed() else {
                    return;
                };
                let label = format!("{}, {mutation}", original.name());
                // The receiver is gone after a hang.
                let _ = sender.send(label.clone());
                verify(&label, original, &mutated);
            };
            each_mutation(original, &others, &check);
        }
    });

    let mut last = "the start".to_owned();
    loop {
        match receiver.recv_timeout(LIMIT) {
            Ok(label) => last = label,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => panic!("{last}: the macro hangs"),
        }
    }
    if let Err(panic) = worker.join() {
        std::panic::resume_unwind(panic);
    }
}

fn each_mutation(original: &Invocation, others: &[TokenTree], check: &dyn Fn(String, Invocation)) {
    for length in 0..=count(original.input()) {
        let cut = prefix(original.input().clone(), &mut length.clone());
        check(
            format!("the first {length} tokens"),
            original.with_input(cut),
        );
    }
    for seed in 0..ROUNDS {
        let mut random = Random(seed);
        let mut input = original.input().clone();
        for _ in 0..=random.below(3) {
            input = mutate(input, &mut random, others);
        }
        check(
            format!("random mutation {seed}"),
            original.with_input(input),
        );
    }
    let Invocation::Attribute { of, options, item } = original else {
        return;
    };
    let with_options = |options| Invocation::Attribute {
        of: *of,
        options,
        item: item.clone(),
    };
    for length in 0..=count(options) {
        let cut = prefix(options.clone(), &mut length.clone());
        check(
            format!("the first {length} tokens of the options"),
            with_options(cut),
        );
    }
    for seed in 0..ROUNDS / 10 {
        let options = mutate(options.clone(), &mut Random(seed), others);
        check(
            format!("random mutation {seed} of the options"),
            with_options(options),
        );
    }
}

/// Expands a mutated invocation and verifies the output.
fn verify(label: &str, original: &Invocation, mutated: &Invocation) {
    let Ok(output) = catch_unwind(AssertUnwindSafe(|| mutated.expand())) else {
        panic!("{label}: the macro panics\n{}", mutated.input());
    };
    let fail = |what: &str| -> ! {
        panic!(
            "{label}: {what}\nthe input:\n{}\nthe output:\n{output}",
            mutated.input()
        )
    };
    let parsed = match syn::parse2::<File>(output.clone()) {
        Ok(parsed) if parsed.items.is_empty() => fail("the output is empty"),
        Ok(parsed) => parsed,
        Err(_) if !round_trips(&output) => fail("the output changes in a round trip through text"),
        Err(_) => match returned(mutated, &output) {
            Some(rest) => rest,
            None => {
                match syn::parse2::<File>(heal(output.clone(), &InputText::new(mutated.input()))) {
                    Ok(healed) => healed,
                    Err(error) => fail(&format!("the output does not parse: {error}")),
                }
            }
        },
    };
    if keeps_its_name(original, mutated) && !declares(&parsed, &original.name()) {
        fail("the output does not declare the name");
    }
}

/// Returns the output after an item that the macro returned unchanged.
fn returned(mutated: &Invocation, output: &TokenStream) -> Option<File> {
    let Invocation::Attribute { item, .. } = mutated else {
        return None;
    };
    let mut rest = output.clone().into_iter();
    for token in item.clone() {
        if rest.next()?.to_string() != token.to_string() {
            return None;
        }
    }
    syn::parse2(rest.collect()).ok()
}

fn round_trips(output: &TokenStream) -> bool {
    let text = output.to_string();
    text.parse::<TokenStream>()
        .is_ok_and(|again| again.to_string() == text)
}

/// Returns whether the mutation left the declared name intact.
fn keeps_its_name(original: &Invocation, mutated: &Invocation) -> bool {
    match (original, mutated) {
        // An `app!` keeps its name despite mistakes in its block.
        (Invocation::App(original), Invocation::App(mutated)) => {
            let (head, mutated_head) = (head(original), head(mutated));
            head.is_some() && head == mutated_head
        }
        // A handler is always returned unchanged.
        (
            _,
            Invocation::Attribute {
                of: Attribute::Handler,
                ..
            },
        ) => false,
        // A middleware keeps its name despite mistakes in its body.
        (_, Invocation::Attribute { item, .. }) => {
            let Some(head) = head(item) else {
                return false;
            };
            let function: syn::Result<ItemFn> = syn::parse_str(&format!("{head} {{}}"));
            function.is_ok_and(|function| function.sig.ident == original.name())
        }
        _ => false,
    }
}

/// Returns the tokens before the final braces.
fn head(input: &TokenStream) -> Option<String> {
    let mut tokens: Vec<TokenTree> = input.clone().into_iter().collect();
    match tokens.pop()? {
        TokenTree::Group(block) if block.delimiter() == Delimiter::Brace => {
            Some(tokens.into_iter().collect::<TokenStream>().to_string())
        }
        _ => None,
    }
}

fn declares(file: &File, name: &str) -> bool {
    file.items.iter().any(|item| match item {
        Item::Fn(function) => function.sig.ident == name,
        Item::Struct(declaration) => declaration.ident == name,
        Item::Verbatim(tokens) => tokens.to_token_stream().to_string().contains(name),
        _ => false,
    })
}
