use axum::Router;
use concentric::{Part, app};

app! {
    fn orders() -> Part {}
}

app! {
    fn site() -> Router {
        mount "/orders" => orders(),
    }
}

fn main() {}
