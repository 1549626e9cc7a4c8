use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        PSOT "/" => index,
    }
}

fn main() {}
