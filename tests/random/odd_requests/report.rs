//! What was sent, what came back, and what was wrong with it.

use std::{collections::BTreeMap, fmt, time::Duration};

use crate::{
    client::{Ending, Received},
    generate::Script,
    reply::{self, find},
};

#[derive(Default)]
pub(crate) struct Report {
    pub(crate) requests: usize,
    connections: usize,
    /// How many responses there are of each kind.
    replies: BTreeMap<String, usize>,
    pub(crate) findings: Vec<String>,
    pub(crate) slowest: Duration,
}

impl Report {
    /// Counts what came back for a script, and finds what is wrong with it.
    pub(crate) fn add(&mut self, script: &Script, received: &Received) {
        self.requests += script.requests;
        self.connections += 1;
        match received.ending {
            Ending::Hung => self.find("the connection stays open", script, &received.bytes),
            Ending::Unread => return self.count("not read"),
            _ => {}
        }
        if script.is_http2 {
            return self.count("HTTP/2");
        }
        let sent = script.pieces.concat();
        let can_lack_body = find(&sent, b"HEAD").is_some() || find(&sent, b"CONNECT").is_some();
        match reply::read(&received.bytes, can_lack_body) {
            Err(error) => self.find(&error, script, &received.bytes),
            Ok(replies) => {
                for reply in &replies.replies {
                    if reply.status >= 500 {
                        self.find(&reply.status.to_string(), script, &received.bytes);
                    }
                    let by = if reply.is_application {
                        "application"
                    } else {
                        "server"
                    };
                    self.count(&format!("{by} {}", reply.status));
                }
                let is_missing = replies.replies.is_empty() || replies.is_broken_off;
                // The echo of a body with a wrong content encoding breaks off.
                if is_missing
                    && received.ending == Ending::Closed
                    && find(&sent, b"/echo").is_none()
                {
                    self.find(
                        "the server closed without a response",
                        script,
                        &received.bytes,
                    );
                }
                if replies.is_broken_off {
                    self.count("broken off");
                } else if replies.replies.is_empty() {
                    self.count("no response");
                }
            }
        }
    }

    fn count(&mut self, kind: &str) {
        *self.replies.entry(kind.to_owned()).or_default() += 1;
    }

    pub(crate) fn find(&mut self, what: &str, script: &Script, received: &[u8]) {
        let received = &received[..received.len().min(1_000)];
        self.findings.push(format!(
            "{what}\n--- sent\n{}\n--- received\n{}",
            script.text(),
            received.escape_ascii()
        ));
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} requests on {} connections",
            self.requests, self.connections
        )?;
        for (kind, count) in &self.replies {
            writeln!(f, "{count:>8}  {kind}")?;
        }
        writeln!(f, "slowest plain request: {:?}", self.slowest)?;
        for finding in self.findings.iter().take(10) {
            writeln!(f, "\n=== {finding}")?;
        }
        Ok(())
    }
}
