use axum::Router;
use concentric::app;

fn orders() -> Router {
    Router::new()
}

app! {
    fn shop() -> Router {
        include orders(),
    }
}

fn main() {}
