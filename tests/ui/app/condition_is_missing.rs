use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        GET "/" => async || "index" if,
    }
}

fn main() {}
