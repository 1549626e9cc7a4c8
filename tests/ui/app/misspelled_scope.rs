use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scoep "/users" {
            GET "/" => index,
        }
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
