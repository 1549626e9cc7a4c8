use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        Get "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
