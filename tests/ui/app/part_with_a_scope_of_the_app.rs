use axum::Router;
use concentric::{Part, app};

async fn handler() {}

mod orders {
    use super::{Part, app, handler};

    app! {
        pub fn orders() -> Part {
            scope "/open" {
                GET "/" => handler,
            }
        }
    }
}

app! {
    fn shop() -> Router {
        scope "/orders" {
            include orders::orders(),
        }
        scope "/orders/open" {
            GET "/count" => handler,
        }
    }
}

fn main() {}
