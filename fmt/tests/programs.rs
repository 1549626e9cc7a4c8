//! The command lines of both programs.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use std::process::Output;

use crate::support::folder::Folder;

const UNFORMATTED: &str = "mod  a;\napp! {\nfn f()->Router{GET \"/\"=>a}\n}\n";
const FORMATTED: &str =
    "mod  a;\napp! {\n    fn f() -> Router {\n        GET \"/\" => a,\n    }\n}\n";

#[track_caller]
fn assert_output(output: &Output, code: i32, stdout: &str, stderr: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    let found = String::from_utf8_lossy(&output.stderr);
    assert!(
        found.contains(stderr) && found.is_empty() == stderr.is_empty(),
        "{found}"
    );
    assert_eq!(output.status.code(), Some(code));
}

#[test]
fn stdin_is_formatted_to_stdout() {
    assert_output(&Folder::new().fmt(&[], UNFORMATTED), 0, FORMATTED, "");
}

#[test]
fn rustfmt_formats_the_rest_on_request() {
    let output = Folder::new().fmt(&["--rustfmt", "--edition", "2024"], UNFORMATTED);
    assert_output(&output, 0, &FORMATTED.replace("mod  a", "mod a"), "");
}

#[test]
fn files_are_formatted_in_place() {
    let folder = Folder::new();
    folder.write("a.rs", UNFORMATTED);
    folder.write("b/c.rs", UNFORMATTED);
    assert_output(&folder.fmt(&["a.rs", "b/c.rs"], ""), 0, "", "");
    assert_eq!(folder.read("a.rs"), FORMATTED);
    assert_eq!(folder.read("b/c.rs"), FORMATTED);
    assert_output(&folder.fmt(&["--check", "a.rs", "b/c.rs"], ""), 0, "", "");
}

#[test]
fn check_prints_the_differences_and_changes_nothing() {
    let folder = Folder::new();
    folder.write("a.rs", UNFORMATTED);
    let diff = "Diff in a.rs:1:
 mod  a;
 app! {
-fn f()->Router{GET \"/\"=>a}
+    fn f() -> Router {
+        GET \"/\" => a,
+    }
 }
";
    assert_output(&folder.fmt(&["--check", "a.rs"], ""), 1, diff, "");
    assert_eq!(folder.read("a.rs"), UNFORMATTED);
}

#[test]
fn a_body_with_a_mistake_is_reported_and_fails_the_check_only() {
    let source = "app! {\n    fn f() -> Router {\n        GET a\n    }\n}\n";
    let message = "<stdin>:3: left an `app!` as it is: expected";
    let folder = Folder::new();
    assert_output(&folder.fmt(&[], source), 0, source, message);
    assert_output(&folder.fmt(&["--check"], source), 1, "", message);
}

#[test]
fn errors_of_files_are_clear() {
    let folder = Folder::new();
    folder.write("latin.rs", b"// \xe9\napp! {}\n");
    folder.write("open.rs", "app! {\n");
    for (file, error) in [
        ("missing.rs", "missing.rs: No such file"),
        ("latin.rs", "latin.rs: it is not UTF-8"),
        ("open.rs", "open.rs: line 1 does not tokenize"),
    ] {
        assert_output(&folder.fmt(&[file], ""), 1, "", error);
    }
    // The other files are formatted.
    folder.write("a.rs", UNFORMATTED);
    assert_output(
        &folder.fmt(&["missing.rs", "a.rs"], ""),
        1,
        "",
        "missing.rs",
    );
    assert_eq!(folder.read("a.rs"), FORMATTED);
}

#[test]
fn errors_of_arguments_are_clear() {
    let folder = Folder::new();
    let output = folder.fmt(&["--chek"], "");
    assert_output(&output, 1, "", "concentric-fmt: invalid option '--chek'");
    let output = folder.fmt(&["--edition"], "");
    assert_output(&output, 1, "", "missing argument for option '--edition'");
    let output = folder.fmt(&["--edition", "1999"], UNFORMATTED);
    assert_output(&output, 1, "", "<stdin>: rustfmt: ");
}

#[test]
fn the_configuration_of_rustfmt_is_read() {
    let folder = Folder::new();
    folder.write(
        "a/rustfmt.toml",
        "max_width = 40\nhard_tabs = true\nnewline_style = \"Windows\"\n",
    );
    folder.write(
        "a/b.rs",
        "app! {fn f()->Router with[a_long_name,another]{GET \"/\"=>a}}\n",
    );
    assert_output(&folder.fmt(&["a/b.rs"], ""), 0, "", "");
    let expected = "app! {\r\n\tfn f() -> Router\r\n\twith [a_long_name, another] {\r\n\t\tGET \"/\" => a,\r\n\t}\r\n}\n";
    assert_eq!(folder.read("a/b.rs"), expected);
    folder.write("c/rustfmt.toml", "tab_spaces = 2\n");
    folder.write("c/d.rs", UNFORMATTED);
    assert_output(&folder.fmt(&["c/d.rs"], ""), 0, "", "");
    assert_eq!(folder.read("c/d.rs"), FORMATTED.replace("    ", "  "));
    // Read by rustfmt alone.
    folder.write(
        "c/rustfmt.toml",
        "use_small_heuristics = \"Off\"\nuse_field_init_shorthand = true\n",
    );
    let source = "app! {fn f()->Router{GET \"/\"=>a( A{b:b} ).c().d()}}\n";
    folder.write("c/d.rs", source);
    assert_output(&folder.fmt(&["c/d.rs"], ""), 0, "", "");
    // The shorthand would be another token.
    assert!(folder.read("c/d.rs").contains("a( A{b:b} ).c().d(),"));
    folder.write("c/d.rs", source.replace("b:b", "b:c"));
    assert_output(&folder.fmt(&["c/d.rs"], ""), 0, "", "");
    assert!(
        folder
            .read("c/d.rs")
            .contains("        })\n        .c()\n        .d(),")
    );
    folder.write("e/rustfmt.toml", "disable_all_formatting = true\n");
    folder.write("e/f.rs", UNFORMATTED);
    assert_output(&folder.fmt(&["--check", "e/f.rs"], ""), 0, "", "");
}

#[test]
fn the_edition_is_the_one_of_the_package() {
    let folder = Folder::new();
    // An identifier of edition 2021, and a keyword later.
    let source = "app! {fn f()->Router{GET \"/\"=> gen(1 , 2)}}\n";
    folder.write("Cargo.toml", "[workspace]\npackage.edition = \"2021\"\n");
    folder.write(
        "a/Cargo.toml",
        "[package]\nname = \"a\"\nedition.workspace = true\n",
    );
    folder.write("a/src/b.rs", source);
    assert_output(&folder.fmt(&["a/src/b.rs"], ""), 0, "", "");
    assert!(
        folder
            .read("a/src/b.rs")
            .contains("GET \"/\" => gen(1, 2),")
    );
    folder.write("a/src/b.rs", source);
    let output = folder.fmt(&["--edition", "2024", "a/src/b.rs"], "");
    let message = "a/src/b.rs:1: left an `app!` as it is: rustfmt: error: expected expression";
    assert_output(&output, 0, "", message);
}

#[test]
fn cargo_formats_the_modules_of_a_workspace() {
    let folder = Folder::new();
    folder.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"a\"]\nresolver = \"3\"\n",
    );
    folder.write(
        "a/Cargo.toml",
        "[package]\nname = \"a\"\nedition = \"2024\"\n",
    );
    let modules =
        "mod b;\nmod c;\nmod d {\n    mod e;\n}\n#[path = \"other.rs\"]\nmod f;\nmod missing;\n";
    folder.write("a/src/lib.rs", modules);
    let files = [
        "a/src/b.rs",
        "a/src/b/g.rs",
        "a/src/c/mod.rs",
        "a/src/d/e.rs",
        "a/src/other.rs",
        "a/tests/h.rs",
    ];
    for file in files {
        let inner = if file == "a/src/b.rs" { "mod g;\n" } else { "" };
        folder.write(
            file,
            format!("{inner}{}", &UNFORMATTED["mod  a;\n".len()..]),
        );
    }
    folder.write("a/tests/ui/i.rs", UNFORMATTED);
    let cargo = env!("CARGO_BIN_EXE_cargo-concentric-fmt");
    let output = folder.run(cargo, &["concentric-fmt", "--check"], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8_lossy(&output.stdout)
            .matches("Diff in")
            .count(),
        files.len()
    );
    assert_output(
        &folder.run(cargo, &["concentric-fmt", "-p", "a"], ""),
        0,
        "",
        "",
    );
    for file in files {
        assert!(
            folder.read(file).ends_with(&FORMATTED["mod  a;\n".len()..]),
            "{file}"
        );
    }
    assert_eq!(folder.read("a/tests/ui/i.rs"), UNFORMATTED);
    assert_output(
        &folder.run(cargo, &["concentric-fmt", "--check"], ""),
        0,
        "",
        "",
    );
    let output = folder.run(cargo, &["concentric-fmt", "-p", "b"], "");
    assert_output(
        &output,
        1,
        "",
        "cargo concentric-fmt: no package `b` in the workspace",
    );
}
