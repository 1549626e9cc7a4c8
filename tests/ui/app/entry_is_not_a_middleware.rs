use axum::Router;
use concentric::app;

app! {
    fn site() -> Router with [7] {}
}

fn main() {}
