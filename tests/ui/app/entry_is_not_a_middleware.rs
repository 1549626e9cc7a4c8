use axum::Router;
use concentric::app;

app! {
    fn site() -> Router with ["log"] {}
}

fn main() {}
