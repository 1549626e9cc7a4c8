use axum::Router;
use concentric::{Next, app};

async fn show(_: Next<'_>) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
