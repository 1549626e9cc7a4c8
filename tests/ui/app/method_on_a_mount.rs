use axum::Router;
use concentric::app;

fn other() -> Router {
    Router::new()
}

app! {
    fn site() -> Router {
        mount GET "/a" => other(),
    }
}

fn main() {
    let _: Router = site();
}
