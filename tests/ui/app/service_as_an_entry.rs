use axum::Router;
use concentric::app;
use tower_http::services::ServeDir;

app! {
    fn site() -> Router with [ServeDir::new("static")] {}
}

fn main() {}
