use axum::Router;
use concentric::{ProxyHeaders, app, proxy_headers, reject_cross_site};

app! {
    fn site() -> Router with [reject_cross_site, proxy_headers(ProxyHeaders::XForwarded)] {}
}

fn main() {}
