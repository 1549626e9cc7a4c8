use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        #[deprecated]
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
    let _ = (site::ROUTES, site::url::index());
}
