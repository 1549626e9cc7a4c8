use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/{id}" => async || "order",
    }
}

app! {
    fn shop() -> Router {
        GET "/orders/{order}" => async || "another order",
        scope "/orders" {
            include orders(),
        }
    }
}

fn main() {}
