use axum::Router;
use concentric::app;

#[derive(Clone)]
struct Shop;

async fn show(_: Shop) {}

app! {
    fn site(state: Shop) -> Router {
        GET "/" => show,
    }
}

fn main() {}
