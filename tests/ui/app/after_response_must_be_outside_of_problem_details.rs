use axum::Router;
use concentric::{after_response, app, problem_details};

app! {
    fn site() -> Router with [problem_details, after_response()] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
