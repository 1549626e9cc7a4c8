use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        scope "/admin" {
            GET "/orders" => async || "orders",
        }
    }
}

app! {
    fn users() -> Part {
        scope "/admin" {
            GET "/users" => async || "users",
        }
    }
}

app! {
    fn shop() -> Router {
        include orders(),
        include users(),
    }
}

fn main() {}
