use axum::Router;
use concentric::app;

async fn show(_: u32) {}

app! {
    fn site() -> Router {
        GET "/{id}" => show,
    }
}

fn main() {}
