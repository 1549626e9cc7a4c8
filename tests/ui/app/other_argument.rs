use axum::Router;
use concentric::app;

struct Order;

async fn show(_: Order) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
