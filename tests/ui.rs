//! What must not compile, and what the user is told. See `ui/README.md`.

#[test]
fn ui() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/middleware/*.rs");
    cases.compile_fail("ui/handler/*.rs");
    cases.compile_fail("ui/app/*.rs");
}
