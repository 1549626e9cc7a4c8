use std::io;

use axum::{Router, http::StatusCode};
use concentric::{app, map_source, problem_details};

app! {
    fn site() -> Router with [
        map_source::<io::Error>(StatusCode::SERVICE_UNAVAILABLE),
        problem_details,
    ] {}
}

fn main() {}
