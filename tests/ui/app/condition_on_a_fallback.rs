use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        GET "/" => async || "index",
        fallback => async || "nothing here" if cfg!(debug_assertions),
    }
}

fn main() {}
