use axum::{Router, extract::State};
use concentric::app;

async fn index(_: State<u32>) {}

app! {
    fn site(state: u32) -> Router {
        GET "/" => index(State(state)),
    }
}

fn main() {}
