use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site(open) -> Router {
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site(true);
    let _ = (site::ROUTES, site::url::index());
}
