use axum::Router;
use concentric::{Cors, app, redirect_slashes};

app! {
    fn site() -> Router with [redirect_slashes(site::ROUTES), Cors::any_origin()] {}
}

fn main() {}
