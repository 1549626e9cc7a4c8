use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/" {
            GET "/{id}" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
