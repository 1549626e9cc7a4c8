use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/users/{id}" {
            GET "/orders/{id}" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
