#!/usr/bin/env python3
"""Compiles programs with a mistake each, and counts those with one short error. Usage: tests/mistakes.py FOLDER

Each `.rs` file of the folder is a program. It may use axum, concentric, serde, serde_json, tokio, tower, tower-http and
tracing. A program passes if rustc prints one error of at most 12 lines without a name that only the crate knows. Prints
the others with the reason, and the whole text into `target/mistakes.txt`.
"""

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = """
[package]
name = "mistakes"
edition = "2024"
[dependencies]
axum = {{ version = "0.8", features = ["macros", "ws"] }}
concentric = {{ path = "{runtime}" }}
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
tokio = {{ version = "1", features = ["full"] }}
tower = {{ version = "0.5", features = ["buffer", "limit", "timeout", "util"] }}
tower-http = {{ version = "0.6", features = ["cors", "fs", "limit", "timeout", "trace"] }}
tracing = "0.1"
[workspace]
"""
BUDGET = 12
INTERNAL = re.compile(
    r"__\w+|concentric::(?:app|builder|chain|codegen|context|extract|handler|probe|routes|target)::"
    r"|\b(?:Nil|EntryToken|Suspect|Misfit|Pending|Unmet)\b"
)


def compile_all(folder):
    """Returns the errors of each program."""
    project = ROOT / "target" / "mistakes"
    programs = project / "src" / "bin"
    shutil.rmtree(programs, ignore_errors=True)
    programs.mkdir(parents=True)
    for program in folder.glob("*.rs"):
        shutil.copy(program, programs)
    (project / "Cargo.toml").write_text(MANIFEST.format(runtime=ROOT / "runtime"))
    shutil.copy(ROOT / "Cargo.lock", project)
    command = ["cargo", "check", "--bins", "--keep-going", "--message-format=json", "--quiet"]
    output = subprocess.run(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    errors = defaultdict(list, {program.stem: [] for program in folder.glob("*.rs")})
    for line in output.stdout.splitlines():
        message = json.loads(line)
        if message["reason"] == "compiler-message" and message["message"]["level"] == "error":
            if not message["message"]["message"].startswith("aborting"):
                errors[message["target"]["name"]].append(message["message"]["rendered"])
    return errors


def reasons(errors):
    """Returns what is wrong with the errors of a program."""
    if len(errors) != 1:
        yield f"{len(errors)} errors"
    lines = sum(len(error.rstrip(" |\n").splitlines()) for error in errors)
    if lines > BUDGET:
        yield f"{lines} lines"
    internal = {name for error in errors for name in INTERNAL.findall(error)}
    if internal:
        yield "internal names: " + ", ".join(sorted(internal))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    programs = sorted(compile_all(Path(sys.argv[1])).items())
    wrong = {name: list(reasons(errors)) for name, errors in programs}
    with open(ROOT / "target" / "mistakes.txt", "w") as text:
        for name, errors in programs:
            text.write(f"===== {name}: {'; '.join(wrong[name]) or 'one short error'}\n" + "\n".join(errors) + "\n")
    for name in filter(wrong.get, wrong):
        print(f"{name}: {'; '.join(wrong[name])}")
    print(f"{sum(not reasons for reasons in wrong.values())} of {len(wrong)} programs have one short error")


main()
