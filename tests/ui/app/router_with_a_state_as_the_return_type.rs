use axum::{Router, extract::State};
use concentric::app;

#[derive(Clone)]
struct Shop;

async fn show(_: State<Shop>) {}

app! {
    fn site() -> Router<Shop> {
        GET "/" => show,
    }
}

fn main() {}
