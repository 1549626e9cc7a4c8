use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        nest "/api" {
            GET "/a" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
