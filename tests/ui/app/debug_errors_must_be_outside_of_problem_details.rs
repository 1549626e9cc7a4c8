use axum::Router;
use concentric::{app, debug_errors, problem_details};

app! {
    fn site() -> Router with [problem_details, debug_errors(site::ROUTES) if cfg!(debug_assertions)] {}
}

fn main() {}
