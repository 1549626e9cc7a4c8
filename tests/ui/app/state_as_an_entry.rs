use axum::{Router, extract::State};
use concentric::app;

#[derive(Clone)]
struct Shop;

app! {
    fn site(state: Shop) -> Router with [State(state)] {}
}

fn main() {}
