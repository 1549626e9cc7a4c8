use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        mount "/" => Router::new(),
        fallback => index,
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
