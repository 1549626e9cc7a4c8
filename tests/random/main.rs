//! Random requests to random applications run what the documentation says, in memory and over a
//! socket, and `explain` agrees. The build script in `build/` writes each application as a whole, and in parts.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::unused_async,
    reason = "a test fails by panicking"
)]
#![allow(
    missing_docs,
    dead_code,
    unused_variables,
    reason = "a random application may not use every item"
)]

mod apps;
mod explain;
mod forms;
mod log;
mod merged;
mod model;
mod oracle;
mod report;
mod requests;
mod wire;

use std::env;

use axum::{Router, body::Body};
use concentric::Request;
use fastrand::Rng;
use http::Uri;
use tower::ServiceExt;

use crate::{
    apps::{APPS, App},
    explain::Agreement,
    log::Log,
    oracle::Oracle,
    report::{Report, Seen},
    wire::Connection,
};

/// The number of requests to each application in memory, unless `CONCENTRIC_REQUESTS` says another.
const REQUESTS: u64 = 2_000;
/// The number of requests to each application over a socket.
const REQUESTS_OVER_A_SOCKET: usize = 20;
/// `explain` is compared for one of so many requests, because it builds a table for each call.
const EXPLAINED: u64 = 3;

/// The routers of an application, for one value of its argument.
struct Site {
    app: &'static App,
    on: bool,
    log: Log,
    /// The router of each form.
    routers: [Router; 2],
    oracle: Oracle,
}

impl Site {
    /// Returns each application with both arguments.
    fn all() -> impl Iterator<Item = Self> {
        let both = APPS.iter().flat_map(|app| [(app, true), (app, false)]);
        both.map(|(app, on)| {
            let log = Log::new(on);
            let routers = app.forms.each_ref();
            Self {
                app,
                on,
                routers: routers.map(|form| (form.make)(log.clone(), on)),
                log,
                oracle: Oracle::new(&app.model, on),
            }
        })
    }

    /// Returns the status and what has run.
    async fn in_memory(&self, form: usize, method: &str, target: &str) -> (u16, Vec<String>) {
        let req = Request::builder().method(method).uri(target);
        let req = req.body(Body::empty()).unwrap();
        let response = self.routers[form].clone().oneshot(req).await.unwrap();
        (response.status().as_u16(), self.log.take())
    }
}

fn number(variable: &str, default: u64) -> u64 {
    env::var(variable).map_or(default, |number| number.parse().unwrap())
}

#[tokio::test]
async fn requests_run_what_the_documentation_says() {
    let mut rng = Rng::with_seed(number("CONCENTRIC_SEED", 0));
    let requests = number("CONCENTRIC_REQUESTS", REQUESTS);
    let (mut report, mut seen) = (Report::default(), Seen::default());
    for site in Site::all() {
        for number in 0..requests / 2 {
            let method = requests::method(&mut rng);
            let target = requests::target(&site.app.model, &mut rng);
            let uri: Uri = target.parse().unwrap();
            let expected = site.oracle.expect(method, uri.path());
            seen.add(&expected, &target);
            for form in 0..2 {
                let request = (form, method, &*target);
                let (status, passed) = site.in_memory(form, method, &target).await;
                if status != expected.status || passed != expected.log {
                    report.add(&site, request, status, &passed, &expected);
                    continue;
                }
                if number % EXPLAINED != 0 {
                    continue;
                }
                let path = uri.path();
                match explain::agrees(site.app, request, path, site.on, &passed, status) {
                    Agreement::Yes => seen.explained += 1,
                    Agreement::Unknown => seen.unexplained += 1,
                    Agreement::No(wrong) => {
                        report.add_explain(&site, request, status, &passed, &wrong);
                    }
                }
                if let Some(wrong) = forms::explain_differs(site.app, method, path) {
                    report.add_explain(&site, request, status, &passed, &wrong);
                }
            }
        }
    }
    report.finish();
    seen.check(requests / 10);
}

#[tokio::test]
async fn requests_over_a_socket_run_what_the_documentation_says() {
    let mut rng = Rng::with_seed(number("CONCENTRIC_SEED", 0));
    let mut report = Report::default();
    for site in Site::all() {
        let [flat, parts] = site.routers.clone();
        let mut connections = [Connection::new(flat).await, Connection::new(parts).await];
        for number in 0..REQUESTS_OVER_A_SOCKET {
            let form = number % 2;
            let method = requests::method(&mut rng);
            let target = requests::target(&site.app.model, &mut rng);
            let path = target.strip_prefix("http://host").unwrap_or(&target);
            let path = path.split('?').next().unwrap();
            let expected = site.oracle.expect(method, path);
            let status = connections[form].send(method, &target).await;
            let passed = site.log.take();
            if status != expected.status || passed != expected.log {
                report.add(&site, (form, method, &target), status, &passed, &expected);
            }
        }
    }
    report.finish();
}
