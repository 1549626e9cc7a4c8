use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        GET "/" => async || "orders",
    }
}

app! {
    fn shop() -> Router {
        include orders().provide(()),
    }
}

fn main() {}
