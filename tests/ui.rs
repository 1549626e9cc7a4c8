//! Code that must not compile, and its errors. See `ui/README.md`.

#[test]
fn every_ui_case_fails_with_its_stderr() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/middleware/*.rs");
    cases.compile_fail("ui/handler/*.rs");
    cases.compile_fail("ui/app/*.rs");
}
