use axum::Router;
use concentric::{ProxyHeaders, app, proxy_headers, trusted_hosts};

app! {
    fn site() -> Router with [trusted_hosts(["example.com"]), proxy_headers(ProxyHeaders::Forwarded)] {}
}

fn main() {}
