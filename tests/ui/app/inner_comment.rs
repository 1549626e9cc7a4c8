use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        //! The site.
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
