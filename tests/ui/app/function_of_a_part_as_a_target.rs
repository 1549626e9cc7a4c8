use axum::Router;
use concentric::{Part, app};

async fn list() {}

app! {
    fn orders() -> Part {
        GET "/" => list,
    }
}

app! {
    fn site() -> Router {
        ANY "/orders" => orders,
    }
}

fn main() {}
