use axum::{Router, extract::State};
use concentric::app;

#[derive(Clone)]
struct Shop;

async fn show(_: State<Shop>) {}

app! {
    fn site(_shop: Shop) -> Router {
        GET "/" as index => show,
        GET "/orders" as orders => show,
        GET "/products" as products => show,
    }
}

fn main() {}
