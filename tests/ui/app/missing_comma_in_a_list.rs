use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router with [concentric concentric] {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
