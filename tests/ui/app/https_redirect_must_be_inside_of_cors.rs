use axum::Router;
use concentric::{Cors, app, https_redirect};

app! {
    fn site() -> Router with [https_redirect, Cors::any_origin()] {}
}

fn main() {}
