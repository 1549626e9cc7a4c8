use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/files/{id}" => index,
        mount "/files" => Router::new(),
    }
}

fn main() {
    let _: Router = site();
}
