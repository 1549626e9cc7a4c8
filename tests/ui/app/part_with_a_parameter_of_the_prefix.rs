use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/" => async || "orders",
        GET "/{id}/lines" => async || "lines",
    }
}

app! {
    fn shop() -> Router {
        scope "/shops/{id}" {
            include orders(),
        }
    }
}

fn main() {}
