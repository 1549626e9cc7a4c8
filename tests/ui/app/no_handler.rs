use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/x" =>
        POST "/x" => index,
    }
}

fn main() {
    let _: Router = site();
}
