use axum::Router;
use concentric::app;

fn other() -> Router<u32> {
    Router::new()
}

app! {
    fn site() -> Router {
        mount "/other" => other(),
    }
}

fn main() {}
