use axum::Router;
use concentric::app;

app! {
    fn orders() -> Router {
        GET "/" => async || "orders",
    }
}

app! {
    fn shop() -> Router {
        include orders(),
    }
}

fn main() {}
