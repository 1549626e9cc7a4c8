//! The pages whose scripts send the requests.

use std::net::SocketAddr;

use axum::{Router, response::Html};
use concentric::app;
use tokio::net::TcpListener;

/// The origins that the quickstart allows.
pub(crate) const ALLOWED: [&str; 2] = ["http://localhost", "http://localhost:8080"];

/// Another port of the same site, and another site.
pub(crate) const REFUSED: [&str; 2] = ["http://localhost:9090", "http://other.localhost"];

/// A page, and the origin that its requests have.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) url: String,
    pub(crate) origin: String,
}

impl Page {
    fn of(origin: &str) -> Self {
        Self {
            url: format!("{origin}/"),
            origin: origin.to_owned(),
        }
    }

    /// Returns pages of all kinds, and one of the server itself.
    pub(crate) fn all(server: &str) -> Vec<Self> {
        let sandboxed = Self {
            url: format!("{}/sandboxed", ALLOWED[0]),
            origin: "null".to_owned(),
        };
        let others = ALLOWED.iter().chain(&REFUSED);
        let others = others.map(|origin| Self::of(origin));
        others.chain([sandboxed, Self::of(server)]).collect()
    }
}

app! {
    fn pages() -> Router {
        GET "/" => Html("<!doctype html><title>A page</title>"),
        // Its origin is opaque, so it is sent as `null`.
        GET "/sandboxed" => (
            [("content-security-policy", "sandbox allow-scripts")],
            Html("<!doctype html>"),
        ),
    }
}

/// Serves a router on a free port.
pub(crate) async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, router).into_future());
    address
}

/// Serves the pages, and returns rules that make Chromium find their origins there.
pub(crate) async fn serve_pages() -> String {
    let address = serve(pages()).await;
    let hosts = [
        "localhost:80",
        "localhost:8080",
        "localhost:9090",
        "other.localhost:80",
    ];
    hosts.map(|host| format!("MAP {host} {address}")).join(",")
}
