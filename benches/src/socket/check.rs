//! Checks that a server returns the expected responses before it is measured.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ureq::{
    Agent, Body,
    http::{Response, header},
};

use super::{
    load::HEADERS,
    servers::{Contender, Kind},
};

const ORIGIN: &str = HEADERS[0].0;
const ALLOWED_ORIGIN: &str = HEADERS[0].1;
const AUTHORIZATION: &str = HEADERS[1].0;

/// A request and its response.
struct Case {
    path: &'static str,
    token: bool,
    origin: bool,
    status: u16,
    body: &'static str,
}

impl Case {
    /// A request with an allowed origin and a valid token.
    const fn new(path: &'static str, status: u16, body: &'static str) -> Self {
        Self {
            path,
            token: true,
            origin: true,
            status,
            body,
        }
    }
}

const ROOT: Case = Case::new("/", 200, r#"{"Hello":"World"}"#);
const PROTECTED: Case = Case::new(
    "/protected",
    200,
    r#"{"message":"This is a protected route"}"#,
);
const PANIC: Case = Case::new("/panic", 500, r#"{"detail":"Internal Server Error"}"#);

const CASES: [Case; 8] = [
    ROOT,
    PROTECTED,
    PANIC,
    Case::new("/error", 500, r#"{"detail":"Internal Server Error"}"#),
    Case::new("/nowhere", 404, r#"{"detail":"Not Found"}"#),
    Case {
        token: false,
        ..ROOT
    },
    Case {
        token: false,
        status: 401,
        body: r#"{"detail":"Unauthorized"}"#,
        ..PROTECTED
    },
    Case {
        origin: false,
        ..PROTECTED
    },
];

/// Checks the responses of a server.
///
/// # Errors
///
/// If a response differs.
pub(super) fn responses(contender: &Contender, port: u16) -> Result<()> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(5)))
        .build()
        .into();
    for case in CASES.iter().filter(|case| case.is_of(contender.kind)) {
        case.check(&agent, contender.kind, port)
            .with_context(|| format!("{}: {}", contender.name, case.path))?;
    }
    if contender.kind != Kind::Bare {
        preflight(&agent, port).with_context(|| format!("{}: preflight", contender.name))?;
    }
    Ok(())
}

impl Case {
    /// Returns whether a server has the route, and the middleware that decides.
    fn is_of(&self, kind: Kind) -> bool {
        match kind {
            Kind::Bare => self.token && self.path != PANIC.path,
            Kind::Rust => true,
            Kind::Python { .. } => self.path != PANIC.path,
        }
    }

    fn check(&self, agent: &Agent, kind: Kind, port: u16) -> Result<()> {
        let mut request = agent.get(format!("http://127.0.0.1:{port}{}", self.path));
        for (name, value) in HEADERS {
            if (self.token || name != AUTHORIZATION) && (self.origin || name != ORIGIN) {
                request = request.header(name, value);
            }
        }
        let mut response = request.call()?;
        let status = response.status().as_u16();
        let body = response.body_mut().read_to_string()?;
        ensure!(
            (status, &*body) == (self.status, self.body),
            "{status} {body}"
        );
        // Some frameworks add a charset.
        let media_type = header(&response, header::CONTENT_TYPE);
        let essence = media_type.split(';').next();
        ensure!(essence == Some("application/json"), "it is {media_type}");
        let length = header(&response, header::CONTENT_LENGTH);
        ensure!(length == body.len().to_string(), "the length is {length}");
        let scheme = header(&response, header::WWW_AUTHENTICATE);
        let has_scheme = kind == Kind::Rust && status == 401;
        ensure!(
            scheme == if has_scheme { "Bearer" } else { "" },
            "the scheme is {scheme}"
        );
        if kind != Kind::Bare && self.origin {
            allows_origin(&response)?;
            let vary = header(&response, header::VARY).to_ascii_lowercase();
            ensure!(vary.contains("origin"), "Vary is {vary}");
        } else {
            let origin = header(&response, header::ACCESS_CONTROL_ALLOW_ORIGIN);
            ensure!(origin.is_empty(), "{origin} is allowed");
        }
        Ok(())
    }
}

/// Checks the response to a preflight request.
fn preflight(agent: &Agent, port: u16) -> Result<()> {
    let response = agent
        .options(format!("http://127.0.0.1:{port}{}", PROTECTED.path))
        .header(ORIGIN, ALLOWED_ORIGIN)
        .header("Access-Control-Request-Method", "GET")
        .header("Access-Control-Request-Headers", "authorization")
        .call()?;
    let status = response.status();
    ensure!(status.is_success(), "{status}");
    allows_origin(&response)?;
    let methods = header(&response, header::ACCESS_CONTROL_ALLOW_METHODS);
    ensure!(methods.contains("GET"), "the methods are {methods}");
    let names = header(&response, header::ACCESS_CONTROL_ALLOW_HEADERS).to_ascii_lowercase();
    ensure!(names.contains("authorization"), "the headers are {names}");
    Ok(())
}

fn allows_origin(response: &Response<Body>) -> Result<()> {
    let origin = header(response, header::ACCESS_CONTROL_ALLOW_ORIGIN);
    ensure!(origin == ALLOWED_ORIGIN, "no CORS headers");
    let credentials = header(response, header::ACCESS_CONTROL_ALLOW_CREDENTIALS);
    ensure!(credentials == "true", "no CORS headers");
    Ok(())
}

/// Returns the value of a header, or an empty text.
fn header(response: &Response<Body>, name: header::HeaderName) -> &str {
    let value = response.headers().get(name);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
