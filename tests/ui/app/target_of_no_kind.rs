use axum::Router;
use concentric::app;

struct Index;

app! {
    fn site() -> Router {
        GET "/" => Index,
    }
}

fn main() {}
