//! Compiles generated applications with cargo.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::{
    cost::Cost,
    generate::{Size, Style},
};
use crate::{
    places::{cargo, scratch, source, succeed},
    valgrind,
};

pub(super) const SIZES: [Size; 6] = {
    const fn size(routes: usize, middleware: usize) -> Size {
        Size { routes, middleware }
    }
    [
        size(10, 5),
        size(10, 20),
        size(100, 5),
        size(100, 20),
        size(500, 5),
        size(500, 20),
    ]
};

/// A timed step. Its dependencies are compiled before, but nothing of the application is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Step {
    /// `cargo check`.
    Check,
    /// `cargo check` again, after an edit in the body of a handler.
    Edit,
    /// `cargo build`.
    Debug,
    /// `cargo build --release`.
    Release,
}

impl Size {
    /// Returns the steps that are timed. A build of 500 routes takes minutes.
    pub(super) fn steps(self) -> &'static [Step] {
        const STEPS: [Step; 4] = [Step::Check, Step::Edit, Step::Debug, Step::Release];
        if self.routes > 100 {
            &STEPS[..2]
        } else {
            &STEPS
        }
    }
}

/// One application in one style.
#[derive(Serialize, Deserialize)]
pub(super) struct App {
    pub(super) size: Size,
    pub(super) style: Style,
    /// `None` if a step takes more than five minutes.
    pub(super) costs: Vec<(Step, Option<Cost>)>,
    /// The instructions of [`Step::Check`] and [`Step::Edit`].
    pub(super) instructions: [f64; 2],
    /// The size of the executable in bytes, or 0 if it is not built.
    pub(super) debug_size: u64,
    pub(super) release_size: u64,
}

/// The dependencies of every application, in either style. The features are the same, so that the
/// same dependencies are linked.
const DEPENDENCIES: &str = r#"
axum = "0.8.9"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", features = ["macros", "net", "rt-multi-thread", "signal", "sync", "time"] }
tower = { version = "0.5", features = ["load-shed", "timeout", "util"] }
tower-http = { version = "0.7", features = ["cors"] }
"#;

/// A workspace of generated applications.
pub(super) struct Workspace {
    directory: PathBuf,
}

impl Workspace {
    /// Writes all applications and compiles their dependencies.
    pub(super) fn prepare() -> Result<Self> {
        let directory = scratch("compile/apps")?;
        let this = Self { directory };
        let manifest =
            "[workspace]\nresolver = \"3\"\nmembers = [\"*-*\"]\nexclude = [\"target\"]\n";
        fs::write(this.directory.join("Cargo.toml"), manifest)?;
        fs::copy(source("../Cargo.lock"), this.directory.join("Cargo.lock"))?;
        this.package("no-app", true)?;
        fs::write(this.sources("no-app").join("main.rs"), "fn main() {}\n")?;
        for size in SIZES {
            for style in [Style::Axum, Style::Concentric] {
                let name = size.name(style);
                this.package(&name, style == Style::Concentric)?;
                size.write(style, &this.sources(&name))?;
            }
        }
        for step in [Step::Check, Step::Debug, Step::Release] {
            eprintln!("{step:?}: dependencies");
            succeed(&mut this.command(step, "no-app"))?;
        }
        Ok(this)
    }

    /// Times one step of some packages in turn, and returns the best of the runs for each. `edit` changes a package before a
    /// [`Step::Edit`], and gets the number of the run.
    pub(super) fn time<const N: usize>(
        &self,
        names: &[String; N],
        step: Step,
        runs: usize,
        edit: impl Fn(&str, usize) -> Result<()>,
    ) -> Result<[Option<Cost>; N]> {
        let mut best = [None; N];
        for run in 1..=runs {
            for (name, best) in names.iter().zip(&mut best) {
                eprintln!("{step:?} {name}");
                if step == Step::Edit {
                    succeed(&mut self.command(step, name))?;
                    edit(name, run)?;
                } else {
                    self.clean(step, name)?;
                }
                let cost = Cost::of(&mut self.command(step, name))?;
                *best = match (*best, cost) {
                    (Some(best), Some(cost)) => Some(cost.min(best)),
                    (best, cost) => cost.or(best),
                };
            }
        }
        Ok(best)
    }

    /// Counts the instructions of rustc in a check of each package, and in another one after an edit.
    ///
    /// Both write the incremental state for the next check. `edit` is that of [`time`](Self::time).
    pub(super) fn count<const N: usize>(
        &self,
        names: &[String; N],
        edit: impl Fn(&str, usize) -> Result<()>,
    ) -> Result<[[f64; N]; 2]> {
        let mut counts = [[0.0; N]; 2];
        for (at, name) in names.iter().enumerate() {
            eprintln!("instructions of {name}");
            self.clean(Step::Check, name)?;
            counts[0][at] = self.instructions(name)?;
            edit(name, 0)?;
            counts[1][at] = self.instructions(name)?;
        }
        Ok(counts)
    }

    fn instructions(&self, name: &str) -> Result<f64> {
        let counts = self.directory.join("instructions");
        let mut command = self.command(Step::Check, name);
        command
            .env("RUSTC_WORKSPACE_WRAPPER", source("compile/count.sh"))
            .env("INSTRUCTIONS", &counts);
        succeed(&mut command)?;
        valgrind::total(&fs::read_to_string(counts)?)
    }

    /// Returns the path of an application's executable.
    pub(super) fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target().join(profile).join(name)
    }

    /// Writes the manifest of a package, with or without this crate.
    pub(super) fn package(&self, name: &str, is_concentric: bool) -> Result<()> {
        fs::create_dir_all(self.sources(name))?;
        let mut manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]{DEPENDENCIES}"
        );
        if is_concentric {
            manifest += &concentric();
        }
        Ok(fs::write(
            self.directory.join(name).join("Cargo.toml"),
            manifest,
        )?)
    }

    /// Returns the directory with the sources of a package.
    pub(super) fn sources(&self, name: &str) -> PathBuf {
        self.directory.join(name).join("src")
    }

    fn target(&self) -> PathBuf {
        self.directory.join("target")
    }

    fn command(&self, step: Step, name: &str) -> Command {
        let arguments: &[_] = match step {
            Step::Check | Step::Edit => &["check"],
            Step::Debug => &["build"],
            Step::Release => &["build", "--release"],
        };
        let mut command = in_workspace(&self.directory);
        command.args(arguments).args(["--package", name]);
        command.arg("--target-dir").arg(self.target());
        command
    }

    fn clean(&self, step: Step, name: &str) -> Result<()> {
        let mut command = in_workspace(&self.directory);
        command.args(["clean", "--package", name]);
        command.arg("--target-dir").arg(self.target());
        if step == Step::Release {
            command.arg("--release");
        }
        succeed(&mut command)
    }
}

/// Returns the dependency on this crate, as a line of a manifest.
pub(super) fn concentric() -> String {
    let path = source("../runtime");
    format!("concentric = {{ path = \"{}\" }}\n", path.display())
}

fn in_workspace(directory: &Path) -> Command {
    let mut command = cargo();
    command.current_dir(directory);
    command
}
