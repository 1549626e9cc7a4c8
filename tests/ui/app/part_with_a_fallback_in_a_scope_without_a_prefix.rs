use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/orders" => async || "orders",
        fallback => async || "no such order",
    }
}

app! {
    fn shop() -> Router {
        scope {
            include orders(),
        }
    }
}

fn main() {}
