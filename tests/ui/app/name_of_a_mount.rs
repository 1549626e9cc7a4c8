use axum::{Router, routing::get};
use concentric::app;

app! {
    fn site() -> Router {
        mount "/files" as files => get(async || "a file"),
    }
}

fn main() {
    let _: Router = site();
}
