use axum::Router;
use concentric::app;

app! {
    fn site() -> Router {
        merge "/api" => Router::new(),
    }
}

fn main() {
    let _: Router = site();
}
