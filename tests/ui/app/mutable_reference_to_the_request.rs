use axum::Router;
use concentric::{Request, app};

async fn show(_: &mut Request) {}

app! {
    fn site() -> Router {
        GET "/" => show,
    }
}

fn main() {}
