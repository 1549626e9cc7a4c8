use axum::Router;
use concentric::app;

fn not_allowed() -> String {
    String::new()
}

app! {
    fn site() -> Router {
        method_not_allowed => not_allowed,
    }
}

fn main() {}
