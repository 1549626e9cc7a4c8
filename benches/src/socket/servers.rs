//! Builds and starts each server.

use std::{fs, path::PathBuf, process::Command};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use crate::{
    places::{cargo, first_line, scratch, source, succeed},
    server::on_processor,
};

/// The log output of a server.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Logging {
    /// One line per request, to `/dev/null`.
    Line,
    /// Nothing.
    Off,
}

/// A server.
pub(super) struct Contender {
    pub(super) name: &'static str,
    program: PathBuf,
    pub(super) kind: Kind,
    logging: Logging,
}

/// The middleware of a server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// None. Only its responses to valid requests are comparable.
    Bare,
    /// The four middleware of the quickstart, in Rust.
    Rust,
    /// The same in Python: the ASGI application, and the kind of its handlers.
    Python {
        app: &'static str,
        handlers: &'static str,
    },
}

pub(super) const BARE: &str = "axum, no middleware";
const QUICKSTART: &str = "concentric, the quickstart";
const FROM_FN: &str = "axum, `from_fn`";
const STARLETTE: &str = "Starlette, pure ASGI middleware";
const FASTAPI: &str = "FastAPI, the article's middleware, `async def` routes";
const ARTICLE: &str = "FastAPI, the article's middleware, `def` routes as there";

/// Builds all servers.
pub(super) fn contenders(logging: Logging) -> Result<Vec<Contender>> {
    let programs = build(logging)?;
    let uvicorn = install()?.join("uvicorn");
    let rust = |name, program, kind| Contender {
        name,
        program: programs.join(program),
        kind,
        logging,
    };
    let python = |name, app, handlers| Contender {
        name,
        program: uvicorn.clone(),
        kind: Kind::Python { app, handlers },
        logging,
    };
    Ok(vec![
        rust(BARE, "bare", Kind::Bare),
        rust(QUICKSTART, "quickstart", Kind::Rust),
        rust(FROM_FN, "from_fn", Kind::Rust),
        python(STARLETTE, "starlette_app:app", "async"),
        python(FASTAPI, "fastapi_app:app", "async"),
        python(ARTICLE, "fastapi_app:app", "threads"),
    ])
}

impl Contender {
    /// Returns the command that starts the server on this port.
    pub(super) fn command(&self, port: u16, pinned: bool) -> Command {
        let mut command = on_processor(1, self.program.as_os_str(), pinned);
        command.args(self.arguments(port));
        command.envs(self.environment(port));
        command
    }

    fn arguments(&self, port: u16) -> Vec<String> {
        let Kind::Python { app, .. } = self.kind else {
            return Vec::new();
        };
        let directory = source("socket/python").display().to_string();
        let port = port.to_string();
        let arguments = [
            app,
            "--app-dir",
            &directory,
            "--port",
            &port,
            "--workers",
            "1",
            "--loop",
            "uvloop",
            "--http",
            "httptools",
            // The applications write their own log.
            "--no-access-log",
        ];
        arguments.map(str::to_owned).to_vec()
    }

    fn environment(&self, port: u16) -> Vec<(&'static str, String)> {
        match self.kind {
            // uvicorn has one worker as well.
            Kind::Bare | Kind::Rust => vec![
                ("ADDRESS", format!("127.0.0.1:{port}")),
                ("TOKIO_WORKER_THREADS", "1".to_owned()),
            ],
            Kind::Python { handlers, .. } => {
                let level = match self.logging {
                    Logging::Line => "INFO",
                    Logging::Off => "WARNING",
                };
                vec![
                    ("HANDLERS", handlers.to_owned()),
                    ("LOG_LEVEL", level.to_owned()),
                ]
            }
        }
    }
}

/// Builds the Rust servers, in a separate directory for each kind of logging.
fn build(logging: Logging) -> Result<PathBuf> {
    let target = scratch("socket/cargo")?;
    let mut command = cargo();
    command
        .args([
            "build",
            "--release",
            "--package",
            "concentric-benches-socket",
        ])
        .arg("--manifest-path")
        .arg(source("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target);
    let programs = match logging {
        Logging::Line => scratch("socket/line")?,
        Logging::Off => {
            command.args(["--features", "quiet"]);
            scratch("socket/off")?
        }
    };
    eprintln!("building the servers");
    succeed(&mut command)?;
    for program in ["bare", "from_fn", "quickstart"] {
        fs::copy(target.join("release").join(program), programs.join(program))?;
    }
    Ok(programs)
}

/// Installs the Python packages if they are missing, and returns the directory of their programs.
fn install() -> Result<PathBuf> {
    let venv = scratch("socket/venv")?;
    let requirements = source("socket/python/requirements.txt");
    let installed = venv.join("requirements.txt");
    let programs = venv.join("bin");
    if fs::read(&installed).ok() != Some(fs::read(&requirements)?) {
        eprintln!("installing the Python packages");
        succeed(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let mut pip = Command::new(programs.join("pip"));
        succeed(pip.args(["install", "--quiet", "-r"]).arg(&requirements))?;
        fs::copy(&requirements, &installed)?;
    }
    Ok(programs)
}

/// Returns the programs and their versions.
pub(super) fn versions() -> Result<Vec<String>> {
    let python = scratch("socket/venv")?.join("bin/python");
    let wrk = first_line(Command::new("wrk").arg("-v"))?;
    let wrk = wrk
        .split(" Copyright")
        .next()
        .unwrap_or_default()
        .to_owned();
    let mut versions = vec![wrk, first_line(Command::new(python).arg("-V"))?];
    let requirements = fs::read_to_string(source("socket/python/requirements.txt"))?;
    let shown = ["fastapi", "httptools", "starlette", "uvicorn", "uvloop"];
    versions.extend(requirements.lines().filter_map(|line| {
        let (name, version) = line.split_once("==")?;
        shown.contains(&name).then(|| format!("{name} {version}"))
    }));
    Ok(versions)
}
