#!/usr/bin/env python3
"""Checks what rust-analyzer shows in code that uses the macros. Usage: tests/editor/check.py [-v]

Opens the application in `src/` in the language server and compares go to definition, hover and completion with what
the tables of `cases.py` expect. Prints each check, what it
expects and what was found (`-v`: in full), and exits with 1 if one fails. `RUST_ANALYZER` is the server's path, by
default `rust-analyzer`. The server builds the macros, in `CARGO_TARGET_DIR` if that is set.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from cases import ALWAYS_FIRST, COMPLETIONS, DOCS, KNOWN, NAMES  # noqa: E402
from language_server import LanguageServer  # noqa: E402

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
SETTINGS = {
    "checkOnSave": False,
    "cachePriming": {"enable": False},
    "completion": {"limit": None},
}
MANIFEST = """\
[package]
name = "editor"
version = "0.0.0"
edition = "2024"

[dependencies]
axum = {{ version = "0.8.9", default-features = false }}
concentric = {{ path = "{runtime}", default-features = false }}
tower = "0.5"
"""


def main():
    server_path = shutil.which(os.environ.get("RUST_ANALYZER", "rust-analyzer"))
    works = server_path and subprocess.run([server_path, "--version"], capture_output=True, text=True)
    if not works or works.returncode:
        sys.exit("rust-analyzer is not installed: set RUST_ANALYZER to its path")
    print(f"{works.stdout.strip()} ({server_path})")
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        (root / "Cargo.toml").write_text(MANIFEST.format(runtime=REPOSITORY / "runtime"))
        shutil.copy(REPOSITORY / "Cargo.lock", root)
        shutil.copytree(HERE / "src", root / "src")
        server = LanguageServer([server_path], root, SETTINGS)
        try:
            for path in sorted((root / "src").iterdir()):
                server.open(path)
            server.wait_until_quiescent(900)
            checks = [
                *check_names(server, root / "src"),
                *check_mistakes(server, root / "src"),
                *check_completions(server, root / "src/main.rs"),
            ]
        finally:
            server.stop()
    failures = [check for check in checks if check.mistake and check.about not in KNOWN]
    for check in checks:
        print(check.row(None if "-v" in sys.argv else 100))
    print(f"{sum(not check.mistake for check in checks)} of {len(checks)} checks pass, {len(KNOWN)} are known to fail")
    sys.exit(bool(failures))


class Check:
    """A check: what it is about, what is expected, what was found, and what is wrong with that."""

    def __init__(self, about, expected, found, mistake):
        self.about, self.expected, self.found, self.mistake = about, expected, found, mistake

    def row(self, width):
        """Returns a row of the table, with what was found cut to a width."""
        sign = "FAIL" if self.mistake else "ok  "
        reason = f" ({KNOWN.get(self.about, self.mistake)})" if self.mistake else ""
        return f"{sign} | {self.about} | {self.expected} | {self.found[:width]}{reason}"


def check_names(server, source):
    """Checks go to definition and hover of each name."""
    for what, file, code, definition in NAMES:
        path = source / file
        line, column = position(path.read_text(), code)
        places = server.ask("definition", path, line, column) or []
        lines = [line_of(place) for place in places]
        mistake = None
        if len(lines) != 1:
            mistake = f"{len(lines)} places"
        elif definition not in lines[0]:
            mistake = "another place"
        yield Check(f"definition: {what}", definition, "; ".join(lines), mistake)

        hover = server.ask("hover", path, line, column)
        text = hover["contents"]["value"] if hover else ""
        yield Check(f"hover: {what}", definition, " ".join(text.split()), hover_mistake(text, definition))


def hover_mistake(text, definition):
    """Returns what is wrong with a hover, if anything."""
    if "__" in text:
        return "a name of ours"
    # An item has a block for the path of its module, and one for its declaration.
    if not 1 <= text.count("```rust") <= 2:
        return f"{text.count('```rust')} blocks of code"
    if DOCS.get(definition, "") not in text:
        return "not its docs"
    return None


def check_mistakes(server, source):
    """Checks that the server, which reads other code than rustc, has nothing to report."""
    for path in sorted(source.iterdir()):
        report = server.request("textDocument/diagnostic", {"textDocument": {"uri": path.as_uri()}})
        found = "; ".join(item["message"] for item in report["items"])
        yield Check(f"diagnostics: {path.name}", "none", found, found and "the code has no mistake")


def check_completions(server, path):
    """Checks the completions of half-written code."""
    text = path.read_text()
    for what, comment, written, expected in COMPLETIONS:
        assert text.count(comment) == 1, comment
        before, _, after = written.rpartition("|")
        changed = text.replace(comment, before + after)
        start = text.index(comment) + len(before)
        server.change(path, changed)
        line, column = line_and_column(changed, start)
        found = server.ask("completion", path, line, column, context={"triggerKind": 1})
        items = found["items"] if isinstance(found, dict) else found or []
        items.sort(key=lambda item: item.get("sortText") or item["label"])
        names = matching(items, before)
        yield Check(f"completion: {what}", ", ".join(expected), ", ".join(names[:8]), completion_mistake(names, expected, changed))
    server.change(path, text)


def matching(items, before):
    """Returns the names of the items that begin with the half-written word, as an editor filters them."""
    word = ""
    while before and (before[-1].isalnum() or before[-1] == "_"):
        word, before = before[-1] + word, before[:-1]
    names = [item["label"].split("(")[0].split(" ")[0].rstrip("!") for item in items]
    return list(dict.fromkeys(name for name in names if name.lower().startswith(word.lower())))


def completion_mistake(names, expected, text):
    """Returns what is wrong with the completions, if anything."""
    ours = [name for name in names if name.startswith("__")]
    if ours:
        return f"names of ours: {', '.join(ours)}"
    missing = [name for name in expected if name not in names]
    if missing:
        return f"without {', '.join(missing)}"
    users = set(re.findall(r"\w+", text)) | set(expected) | ALWAYS_FIRST
    before = names[: max(names.index(name) for name in expected)]
    others = [name for name in before if name not in users]
    return f"{others[0]} comes before {expected[-1]}" if others else None


def position(text, code):
    """Returns the line and column of the `|` in a piece of code."""
    before, after = code.split("|")
    assert text.count(before + after) == 1, f"{code} is in the source {text.count(before + after)} times"
    return line_and_column(text, text.index(before + after) + len(before))


def line_and_column(text, offset):
    line = text.count("\n", 0, offset)
    return line, offset - (text.rfind("\n", 0, offset) + 1)


def line_of(place):
    """Returns the file and the line of a place."""
    uri = place.get("targetUri") or place["uri"]
    at = place.get("targetSelectionRange") or place["range"]
    path = Path(uri.removeprefix("file://"))
    return f"{path.name}: {path.read_text().splitlines()[at['start']['line']].strip()}"


if __name__ == "__main__":
    main()
