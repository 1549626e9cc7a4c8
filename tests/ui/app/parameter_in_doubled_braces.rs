use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/users/{{ id }}" => index,
    }
}

fn main() {
    let _: Router = site();
}
