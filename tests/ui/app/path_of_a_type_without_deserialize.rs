use axum::{Router, extract::Path};
use concentric::app;

struct Order;

async fn show(_: Path<Order>) {}

app! {
    fn site() -> Router {
        GET "/{order}" => show,
    }
}

fn main() {}
