use axum::Router;
use concentric::app;

app! {
    fn site(level: u8) -> Router {
        GET "/" => async || "index" if level,
    }
}

fn main() {}
