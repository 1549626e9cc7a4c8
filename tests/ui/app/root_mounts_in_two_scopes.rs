use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope {
            mount "/" => Router::new(),
        }
        scope {
            mount "/" => Router::new(),
        }
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
