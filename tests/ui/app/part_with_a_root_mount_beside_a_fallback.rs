use axum::{Router, routing::get};
use concentric::{Part, app};

app! {
    fn site() -> Part {
        mount "/" => get("site"),
    }
}

app! {
    fn shop() -> Router {
        scope "/shop" {
            include site(),
            fallback => async || "nothing here",
        }
    }
}

fn main() {}
