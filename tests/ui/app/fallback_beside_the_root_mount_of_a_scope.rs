use axum::{Router, routing::get};
use concentric::app;

async fn not_found() {}

app! {
    fn site() -> Router {
        scope "/files" {
            mount "/" => get(async || "a file"),
            fallback => not_found,
        }
    }
}

fn main() {
    let _: Router = site();
}
