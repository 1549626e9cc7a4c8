use axum::Router;
use concentric::app;

app! {
    fn shop() -> Router {
        include orders::orders(),
    }
}

fn main() {}
