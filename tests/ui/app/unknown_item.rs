use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        "/" => index,
        GET "/x" => index,
    }
}

fn main() {
    let _: Router = site();
}
