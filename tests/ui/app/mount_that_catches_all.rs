use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        mount "/files/{*rest}" => Router::new(),
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
