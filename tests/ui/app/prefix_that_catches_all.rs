use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        scope "/{*rest}" {
            GET "/" => index,
        }
    }
}

fn main() {
    let _: Router = site();
}
