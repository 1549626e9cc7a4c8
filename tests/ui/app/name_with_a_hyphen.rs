use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/" as show-user => index,
    }
}

fn main() {
    let _: Router = site();
}
