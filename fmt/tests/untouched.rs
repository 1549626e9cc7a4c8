//! What the formatter leaves alone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use concentric_fmt::format;

use crate::support::{formatted, rustfmt};

const BODY: &str = "{fn f()->Router{GET \"/\"=>a}}";

#[track_caller]
fn assert_unchanged(source: &str) {
    assert_eq!(formatted(source), source);
}

#[test]
fn a_file_without_an_app_is_left_alone() {
    assert_unchanged("fn  app ( ) { }\nmacro_rules! app { () => {} }\n");
    assert_unchanged("");
}

#[test]
fn other_delimiters_are_left_to_rustfmt() {
    assert_unchanged("app!(fn f()->Router{});\napp![fn f()->Router{}];\n");
}

#[test]
fn text_is_no_code() {
    assert_unchanged(
        "/// app! {fn f()->Router{}}\nconst A: &str = r#\"app! {fn f()->Router{}}\"#;\n// app! {fn f()->Router{}}\n",
    );
}

#[test]
fn templates_of_macros_are_left_alone() {
    assert_unchanged("macro_rules! m { ($name:ident) => { app! {fn $name()->Router{}} } }\n");
}

#[test]
fn skipped_items_are_left_alone() {
    assert_unchanged(&format!("#[rustfmt::skip]\n#[cfg(a)]\napp! {BODY}\n"));
    assert_unchanged(&format!(
        "#[rustfmt::skip]\nmod m {{ fn f(a: u8) {{ app! {BODY} }} }}\n"
    ));
    assert_unchanged(&format!("mod m {{ #![rustfmt::skip]\napp! {BODY} }}\n"));
    let after = format!("#[rustfmt::skip]\nconst A: [u8; 0] = [];\napp! {BODY}\n");
    assert_ne!(formatted(&after), after);
}

#[test]
fn every_path_of_the_macro_is_formatted() {
    let source = format!(
        "::concentric::app! {BODY}\nmod a {{\n    fn b() {{\n        m! {{\n            web::app ! {BODY}\n        }}\n    }}\n}}\n"
    );
    let expected = r#"::concentric::app! {
    fn f() -> Router {
        GET "/" => a,
    }
}
mod a {
    fn b() {
        m! {
            web::app ! {
                fn f() -> Router {
                    GET "/" => a,
                }
            }
        }
    }
}
"#;
    assert_eq!(formatted(&source), expected);
}

#[test]
fn strings_of_several_lines_keep_their_content() {
    let strings = "r#\"a\n   b\n\"#, \"c\n     d \\\n  e\"";
    let source = format!("app! {{fn f()->Router{{GET \"/\"=>page({strings})}}}}\n");
    assert!(formatted(&source).contains(strings.split(", ").next().unwrap()));
    assert!(formatted(&source).contains("\"c\n     d \\\n  e\""));
}

#[test]
fn the_byte_order_mark_is_kept() {
    let source = format!("\u{feff}app! {BODY}\n");
    assert!(formatted(&source).starts_with("\u{feff}app! {\n    fn f()"));
}

#[test]
fn the_ends_of_lines_are_those_of_the_file() {
    let source = "// a\r\napp! { // b\r\n fn f()->Router{GET \"/\"=>\"c\r\nd\",\r\n\r\n\r\nmerge e}\r\n}\r\n";
    let expected = "// a\r\napp! { // b\r\n    fn f() -> Router {\r\n        GET \"/\" => \"c\r\nd\",\r\n\r\n        merge e,\r\n    }\r\n}\r\n";
    assert_eq!(formatted(source), expected);
}

#[test]
fn a_body_with_a_mistake_is_left_alone_and_the_others_are_formatted() {
    let source =
        format!("app! {{\n    fn f()->Router {{\n        GET => a\n    }}\n}}\napp! {BODY}\n");
    let formatted = format(&source, &rustfmt()).unwrap();
    let (first, second) = source.split_at(source.rfind("app!").unwrap());
    assert!(formatted.text.starts_with(first));
    assert!(!formatted.text.ends_with(second));
    assert_eq!(formatted.untouched.len(), 1);
    assert_eq!(formatted.untouched[0].line, 3);
    assert!(
        formatted.untouched[0].reason.starts_with("expected"),
        "{formatted:?}"
    );
}

#[test]
fn half_written_expressions_and_entries_are_mistakes() {
    for item in ["GET \"/\" => state.", "merge a with [..b(1)]"] {
        let source = format!("app! {{fn f()->Router{{{item}}}}}\n");
        let formatted = format(&source, &rustfmt()).unwrap();
        assert_eq!(formatted.text, source);
        assert_eq!(formatted.untouched.len(), 1, "{item}");
    }
}

#[test]
fn a_body_that_rustfmt_cannot_parse_is_left_alone_and_the_others_are_formatted() {
    // `gen` is a keyword of edition 2024.
    let source = "app! {fn f()->Router{GET \"/\"=>gen(1)}}\n";
    let formatted = format(&format!("{source}app! {BODY}\n"), &rustfmt()).unwrap();
    assert!(
        formatted
            .text
            .starts_with(&format!("{source}app! {{\n    fn f() -> Router"))
    );
    assert_eq!(formatted.untouched.len(), 1);
    assert!(
        formatted.untouched[0].reason.starts_with("rustfmt: error"),
        "{formatted:?}"
    );
}

#[test]
fn inner_attributes_are_mistakes() {
    let source = "app! {fn f()->Router{#![allow(unused)] merge a}}\n";
    let formatted = format(source, &rustfmt()).unwrap();
    assert_eq!((&*formatted.text, formatted.untouched.len()), (source, 1));
}

#[test]
fn what_rustfmt_would_rewrite_keeps_its_tokens() {
    // rustfmt removes one pair of parentheses.
    let source = "app! {fn f()->Router{GET \"/\"=>||  ((a))}}\n";
    assert!(formatted(source).contains("=> ||  ((a)),"));
}

#[test]
fn an_expression_that_rustfmt_would_break_is_left_alone() {
    // rustfmt 1.9 writes two commas.
    let tuple = "(a\n/* b */ ,\n/* c\n */\nwith)";
    let source = format!("app! {{fn f()->Router{{GET \"/\"=>{tuple}}}}}\n");
    assert!(formatted(&source).contains(&format!("=> {tuple},")));
}

#[test]
fn a_file_that_does_not_tokenize_is_an_error() {
    let error = format("app! { fn f() -> Router {\n", &rustfmt()).unwrap_err();
    assert!(error.to_string().contains("does not tokenize"));
}
