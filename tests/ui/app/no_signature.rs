use axum::Router;
use concentric::app;

async fn index() {}

app! {
    GET "/" => index,
}

fn main() {
    let _: Router = Router::new();
}
