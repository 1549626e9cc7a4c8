use axum::{Router, extract::State, routing::get};
use concentric::app;

async fn show(_: State<u32>) {}

app! {
    fn site(state: String) -> Router {
        ANY "/" => get(show),
    }
}

fn main() {}
