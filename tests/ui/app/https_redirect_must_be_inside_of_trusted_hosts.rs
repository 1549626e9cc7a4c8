use axum::Router;
use concentric::{app, https_redirect, trusted_hosts};

app! {
    fn site() -> Router with [https_redirect, trusted_hosts(["example.com"])] {}
}

fn main() {}
