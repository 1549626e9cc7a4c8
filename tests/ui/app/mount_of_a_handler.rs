use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        mount "/index" => index,
    }
}

fn main() {}
