use axum::Router;
use concentric::{Provided, app};

#[derive(Clone)]
struct User;

async fn show(_: Provided<User>) {}

app! {
    fn site() -> Router {
        GET "/" as index => show,
        GET "/orders" as orders => show,
        GET "/products" as products => show,
    }
}

fn main() {}
