use axum::Router;
use concentric::app;

app! {
    fn site() -> Router with [42] {}
}

fn main() {}
