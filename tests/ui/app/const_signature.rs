use axum::Router;
use concentric::app;

async fn index() {}

app! {
    const fn site() -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
