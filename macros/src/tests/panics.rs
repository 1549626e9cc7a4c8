//! The "Panics" section in the docs of an application.

use proc_macro2::TokenStream;
use quote::quote;

use crate::app;

/// The first words about merged routers, conditions, and parts.
const REASONS: [&str; 3] = [
    "Panics if a merged router",
    "Panics if two items",
    "Panics if an entry of a part",
];

/// Returns which of the reasons the docs of an application name.
fn documented(input: &TokenStream) -> [bool; 3] {
    let expansion = app::expand(input).to_string();
    REASONS.map(|reason| expansion.contains(reason))
}

#[test]
fn an_application_with_a_part_documents_all_panics() {
    let app = quote!(fn shop() -> Router { scope "/x" { include orders::orders() } });
    assert_eq!(documented(&app), [true, true, true]);
}

#[test]
fn a_merge_documents_its_panics() {
    let app = quote!(fn shop() -> Router { merge other() });
    assert_eq!(documented(&app), [true, false, false]);
}

#[test]
fn items_under_different_conditions_document_a_panic() {
    let app = quote!(fn shop() -> Router { GET "/" => a if x, scope "/x" if y { GET "/" => b } });
    assert_eq!(documented(&app), [false, true, false]);
}

#[test]
fn items_under_one_condition_document_no_panic() {
    let app = quote!(fn shop() -> Router { GET "/" => a if x, GET "/b" => b if x });
    assert_eq!(documented(&app), [false, false, false]);
}

#[test]
fn a_part_documents_no_panic() {
    let app = quote!(fn orders() -> Part { include items(), merge other() });
    assert_eq!(documented(&app), [false, false, false]);
}
