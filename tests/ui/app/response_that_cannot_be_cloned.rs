use axum::{Router, response::IntoResponse};
use concentric::app;

app! {
    fn site() -> Router {
        GET "/" => "index".into_response(),
    }
}

fn main() {}
