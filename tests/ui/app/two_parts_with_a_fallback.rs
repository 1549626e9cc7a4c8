use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {
        fallback => async || "no such order",
    }
}

app! {
    fn users() -> Part {
        fallback => async || "no such user",
    }
}

app! {
    fn shop() -> Router {
        scope "/shop" {
            include orders(),
            include users(),
        }
    }
}

fn main() {}
