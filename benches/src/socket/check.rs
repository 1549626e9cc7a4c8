//! Checks that a server returns the expected responses before it is measured.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ureq::{Agent, http::header};

use super::{
    load::HEADERS,
    servers::{Contender, Kind},
};

/// A request and its response.
struct Case {
    path: &'static str,
    token: bool,
    status: u16,
    body: &'static str,
}

const CASES: [Case; 5] = [
    Case {
        path: "/",
        token: true,
        status: 200,
        body: r#"{"Hello":"World"}"#,
    },
    Case {
        path: "/protected",
        token: true,
        status: 200,
        body: r#"{"message":"This is a protected route"}"#,
    },
    Case {
        path: "/protected",
        token: false,
        status: 401,
        body: r#"{"detail":"Unauthorized"}"#,
    },
    Case {
        path: "/error",
        token: true,
        status: 500,
        body: r#"{"detail":"Internal Server Error"}"#,
    },
    Case {
        path: "/nowhere",
        token: true,
        status: 404,
        body: r#"{"detail":"Not Found"}"#,
    },
];

pub(super) fn responses(contender: &Contender, port: u16) -> Result<()> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(5)))
        .build()
        .into();
    let bare = contender.kind == Kind::Bare;
    for case in CASES.iter().filter(|case| case.token || !bare) {
        case.check(&agent, bare, port)
            .with_context(|| format!("{}: {}", contender.name, case.path))?;
    }
    Ok(())
}

impl Case {
    fn check(&self, agent: &Agent, bare: bool, port: u16) -> Result<()> {
        let mut request = agent.get(format!("http://127.0.0.1:{port}{}", self.path));
        for (name, value) in HEADERS {
            if self.token || name != "Authorization" {
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
        let header = |name| {
            let value = response.headers().get(name);
            value
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default()
        };
        let media_type = header(header::CONTENT_TYPE);
        ensure!(media_type == "application/json", "it is {media_type}");
        if !bare {
            let origin = header(header::ACCESS_CONTROL_ALLOW_ORIGIN);
            ensure!(origin == HEADERS[0].1, "no CORS headers");
            let credentials = header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS);
            ensure!(credentials == "true", "no CORS headers");
        }
        Ok(())
    }
}
