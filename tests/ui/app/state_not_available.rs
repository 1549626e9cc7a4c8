use axum::{Router, extract::State};
use concentric::app;

#[derive(Clone)]
struct Settings;

async fn show(State(_): State<Settings>) {}

app! {
    fn site(state: u32) -> Router {
        GET "/" => show,
    }
}

fn main() {}
