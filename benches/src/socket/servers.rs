//! The servers, and how each is started.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Result;

use super::build::{self, Logging};
use crate::{places::source, server::on_processor};

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
    /// The middleware of the quickstart, in Rust.
    Rust,
    /// The same in Python: the ASGI application, and the kind of its handlers.
    Python {
        app: &'static str,
        handlers: &'static str,
    },
}

const BARE: &str = "axum, no middleware";
/// The contender that the others are compared with.
pub(super) const QUICKSTART: &str = "concentric, the quickstart";
/// What is possible with the same work.
const LIMIT: &str = "axum, one hand-written layer for all";
pub(super) const FROM_FN: &str = "axum, `from_fn` and tower-http";
const HYPER: &str = "hyper, a function for each middleware";
const ACTIX: &str = "actix-web, `from_fn` and actix-cors";
const POEM: &str = "poem, `around` and its `Cors`";
const SALVO: &str = "salvo, `hoop` and its `Cors`";
const XITCA: &str = "xitca-web, `enclosed_fn` and tower-http";
/// The frameworks that the quickstart must be faster than.
pub(super) const FRAMEWORKS: [&str; 4] = [ACTIX, POEM, SALVO, XITCA];
const STARLETTE: &str = "Starlette, pure ASGI middleware";
const FASTAPI: &str = "FastAPI, `BaseHTTPMiddleware`, `async def` routes";
const FASTAPI_THREADS: &str = "FastAPI, `BaseHTTPMiddleware`, `def` routes";

/// Returns whether the plot leaves out this contender, since its bars would be much longer than all others.
pub(super) fn is_python(contender: &str) -> bool {
    [STARLETTE, FASTAPI, FASTAPI_THREADS].contains(&contender)
}

/// Builds all servers.
pub(super) fn contenders(logging: Logging) -> Result<Vec<Contender>> {
    let programs = build::programs(logging)?;
    let uvicorn = build::install()?.join("uvicorn");
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
        rust(LIMIT, "one_layer", Kind::Rust),
        rust(FROM_FN, "from_fn", Kind::Rust),
        rust(HYPER, "hyper", Kind::Rust),
        rust(ACTIX, "actix", Kind::Rust),
        rust(POEM, "poem", Kind::Rust),
        rust(SALVO, "salvo", Kind::Rust),
        rust(XITCA, "xitca", Kind::Rust),
        python(STARLETTE, "starlette_app:app", "async"),
        python(FASTAPI, "fastapi_app:app", "async"),
        python(FASTAPI_THREADS, "fastapi_app:app", "threads"),
    ])
}

impl Contender {
    /// Returns the command that starts the server on this port.
    pub(super) fn command(&self, port: u16, pinned: bool) -> Command {
        self.configured(on_processor(1, self.program.as_os_str(), pinned), port)
    }

    /// Returns the command that starts the server in callgrind, which writes this file at its end.
    pub(super) fn under_callgrind(&self, port: u16, output: &Path) -> Command {
        let mut command = Command::new("valgrind");
        command
            .arg("--tool=callgrind")
            .arg(format!("--callgrind-out-file={}", output.display()))
            .arg(&self.program);
        self.configured(command, port)
    }

    fn configured(&self, mut command: Command, port: u16) -> Command {
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
            // All others have one worker as well.
            Kind::Bare | Kind::Rust => vec![
                ("ADDRESS", format!("127.0.0.1:{port}")),
                ("TOKIO_WORKER_THREADS", "1".to_owned()),
                // To print the backtrace of a panic, std reads 35 MB of the program into memory and keeps them.
                ("RUST_BACKTRACE", "0".to_owned()),
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
