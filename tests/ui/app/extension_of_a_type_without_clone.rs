use axum::{Extension, Router};
use concentric::app;

struct Order;

async fn show(_: Extension<Order>) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
