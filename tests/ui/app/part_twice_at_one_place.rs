use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/" => async || "orders",
    }
}

app! {
    fn shop() -> Router {
        scope "/orders" {
            include orders(),
            include orders(),
        }
    }
}

fn main() {}
