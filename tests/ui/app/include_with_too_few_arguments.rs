use axum::Router;
use concentric::{Part, app};

app! {
    fn orders(state: u32) -> Part {
        GET "/" => async || "orders",
    }
}

app! {
    fn shop() -> Router {
        include orders(),
    }
}

fn main() {}
