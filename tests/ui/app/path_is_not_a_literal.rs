use axum::Router;
use concentric::app;

#[allow(dead_code)]
const PATH: &str = "/";

async fn index() {}

app! {
    fn site() -> Router {
        GET PATH => index,
    }
}

fn main() {
    let _: Router = site();
}
