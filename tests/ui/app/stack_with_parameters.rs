use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        stack limited(most: u64) = [limit(most)],
        GET "/" => index with [..limited(3)],
    }
}

fn main() {
    let _: Router = site();
}
