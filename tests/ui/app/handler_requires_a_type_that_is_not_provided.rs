use axum::Router;
use concentric::{Provided, app};

#[derive(Clone)]
struct User;

async fn account(_: Provided<User>) {}

app! {
    fn site() -> Router {
        GET "/" => account,
    }
}

fn main() {}
