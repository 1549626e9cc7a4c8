use axum::Router;
use concentric::{Cors, app, reject_cross_site};

app! {
    fn site() -> Router with [reject_cross_site(), Cors::any_origin()] {}
}

fn main() {}
