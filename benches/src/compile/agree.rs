//! Checks that both styles of an application return the same responses.

use std::{path::PathBuf, process::Command};

use anyhow::{Result, ensure};
use ureq::{
    Agent,
    http::{Method, Request, StatusCode},
};

use crate::server::{Server, free_port};

/// A request: the method, the path, a header, and the body.
type Case = (
    Method,
    &'static str,
    (&'static str, &'static str),
    &'static str,
);

const TOKEN: (&str, &str) = ("authorization", "valid");
const NO_TOKEN: (&str, &str) = ("x-none", "");

const CASES: [Case; 12] = [
    (Method::GET, "/scope-0/count", NO_TOKEN, ""),
    (Method::GET, "/scope-0/count", TOKEN, ""),
    (Method::GET, "/scope-0", TOKEN, ""),
    (Method::POST, "/scope-0", TOKEN, r#"{"name":"one"}"#),
    (Method::GET, "/scope-0/1", TOKEN, ""),
    (Method::GET, "/scope-0/2", TOKEN, ""),
    (Method::PUT, "/scope-0/1", TOKEN, r#"{"name":""}"#),
    (Method::DELETE, "/scope-0/1", TOKEN, ""),
    (Method::POST, "/scope-0/1/notes", TOKEN, "a note"),
    (Method::GET, "/scope-0/search?name=one", TOKEN, ""),
    (Method::GET, "/scope-0/1/owner", TOKEN, ""),
    (Method::GET, "/nowhere", ("x-check-1", "1"), ""),
];

/// Runs both programs and compares their responses.
pub(super) fn same_responses(programs: &[PathBuf; 2]) -> Result<()> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let start = |program: &PathBuf| {
        let port = free_port()?;
        let mut command = Command::new(program);
        command.env("ADDRESS", format!("127.0.0.1:{port}"));
        Server::start(command, port)
    };
    let servers = [start(&programs[0])?, start(&programs[1])?];
    for case in &CASES {
        let [axum, ours] = [&servers[0], &servers[1]].map(|server| answer(&agent, server, case));
        let (axum, ours) = (axum?, ours?);
        ensure!(axum == ours, "{case:?}: axum {axum:?}, `app!` {ours:?}");
    }
    Ok(())
}

/// The status, the headers except the date, and the body.
type Answer = (StatusCode, Vec<(String, Vec<u8>)>, String);

fn answer(agent: &Agent, server: &Server, case: &Case) -> Result<Answer> {
    let (method, path, (name, value), body) = case;
    let media_type = if body.starts_with('{') {
        "application/json"
    } else {
        "text/plain"
    };
    let request = Request::builder()
        .method(method)
        .uri(format!("http://127.0.0.1:{}{path}", server.port()))
        .header(*name, *value)
        .header("content-type", media_type);
    let mut response = if body.is_empty() {
        agent.run(request.body(())?)?
    } else {
        agent.run(request.body(*body)?)?
    };
    let mut headers: Vec<_> = response
        .headers()
        .iter()
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
        .collect();
    headers.sort();
    let body = response.body_mut().read_to_string()?;
    Ok((response.status(), headers, body))
}
