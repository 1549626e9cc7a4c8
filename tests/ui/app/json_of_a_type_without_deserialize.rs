use axum::{Json, Router};
use concentric::app;

struct Order;

async fn show(_: Json<Order>) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
