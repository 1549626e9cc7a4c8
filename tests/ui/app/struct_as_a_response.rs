use axum::Router;
use concentric::app;

#[derive(serde::Serialize)]
struct Order;

async fn show() -> Order {
    Order
}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
