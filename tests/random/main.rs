//! Random requests to random applications run what the documentation says, in memory and over a
//! socket, and `explain` agrees. The build script in `build/` writes the applications.

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
    apps::{APPS, App, Log},
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

/// A router of an application, for one value of its argument.
struct Site {
    app: &'static App,
    on: bool,
    log: Log,
    router: Router,
    oracle: Oracle,
}

impl Site {
    /// Returns both routers of each application.
    fn all() -> impl Iterator<Item = Self> {
        let both = APPS.iter().flat_map(|app| [(app, true), (app, false)]);
        both.map(|(app, on)| {
            let log = Log::default();
            Self {
                app,
                on,
                router: (app.make)(log.clone(), on),
                log,
                oracle: Oracle::new(&app.model),
            }
        })
    }

    /// Returns the status and what has run.
    async fn in_memory(&self, method: &str, target: &str) -> (u16, Vec<String>) {
        let req = Request::builder().method(method).uri(target);
        let req = req.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(req).await.unwrap();
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
            let expected = site.oracle.expect(method, uri.path(), site.on);
            let (status, passed) = site.in_memory(method, &target).await;
            seen.add(&expected, &target);
            if status != expected.status || passed != expected.log {
                report.add(&site, method, &target, status, &passed, &expected);
            } else if number % EXPLAINED == 0
                && let Some(wrong) =
                    explain::differs(site.app, site.on, method, uri.path(), &passed, status)
            {
                report.add_explain(&site, method, &target, status, &passed, &wrong);
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
        let mut connection = Connection::new(site.router.clone()).await;
        for _ in 0..REQUESTS_OVER_A_SOCKET / 2 {
            let method = requests::method(&mut rng);
            let target = requests::target(&site.app.model, &mut rng);
            let path = target.strip_prefix("http://host").unwrap_or(&target);
            let path = path.split('?').next().unwrap();
            let expected = site.oracle.expect(method, path, site.on);
            let status = connection.send(method, &target).await;
            let passed = site.log.take();
            if status != expected.status || passed != expected.log {
                report.add(&site, method, &target, status, &passed, &expected);
            }
        }
    }
    report.finish();
}
