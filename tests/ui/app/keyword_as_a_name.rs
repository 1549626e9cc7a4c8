use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        GET "/" as fn => index,
    }
}

fn main() {
    let _: Router = site();
}
