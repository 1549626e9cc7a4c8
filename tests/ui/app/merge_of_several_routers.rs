use axum::Router;
use concentric::app;

fn other() -> Router {
    Router::new()
}

app! {
    fn site() -> Router {
        merge [other(), other()],
    }
}

fn main() {}
