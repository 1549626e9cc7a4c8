use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        mount "/" => Router::new(),
        mount "/" => Router::new(),
    }
}

fn main() {
    let _: Router = site();
}
