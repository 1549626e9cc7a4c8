use axum::Router;
use concentric::app;

fn index() -> &'static str {
    "index"
}

app! {
    fn site() -> Router {
        GET "/" => index,
    }
}

fn main() {}
