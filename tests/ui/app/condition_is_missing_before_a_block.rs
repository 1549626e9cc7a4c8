use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        scope "/admin" if {
            GET "/" => async || "index",
        }
    }
}

fn main() {}
