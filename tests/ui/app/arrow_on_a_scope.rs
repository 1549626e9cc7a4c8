use axum::Router;
use concentric::app;

fn other() -> Router {
    Router::new()
}

app! {
    fn site() -> Router {
        scope "/a" => other(),
    }
}

fn main() {
    let _: Router = site();
}
