use axum::Router;
use concentric::{ProxyHeaders, app, https_redirect, proxy_headers};

app! {
    fn site() -> Router with [https_redirect, proxy_headers(ProxyHeaders::XForwarded)] {}
}

fn main() {}
