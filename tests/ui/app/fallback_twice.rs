use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        fallback => index,
        GET "/" => index,
        fallback => index,
    }
}

fn main() {
    let _: Router = site();
}
