use axum::Router;
use concentric::app;

async fn create(_: axum::Json<u32>, _: axum::Json<u32>) {}


app! {
    fn site() -> Router {
        POST "/" => create,
    }
}

fn main() {
    let _: Router = site();
}
