use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/x" => index,
        scope "/x" {
            POST | GET "/" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
