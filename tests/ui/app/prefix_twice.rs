use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/users" {
            GET "/" => index,
        }
        scope "/users" {
            POST "/" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
