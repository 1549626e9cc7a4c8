use axum::{Router, routing::get};
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/orders" => async || "orders",
        fallback => async || "no such order",
    }
}

app! {
    fn shop() -> Router {
        include orders(),
        mount "/" => get("site"),
    }
}

fn main() {}
