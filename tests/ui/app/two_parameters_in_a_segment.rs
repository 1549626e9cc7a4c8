use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/{from}-{to}" => index,
    }
}

fn main() {
    let _: Router = site();
}
