use axum::Router;
use concentric::app;

async fn index() {}

app! {
    fn site() -> Router {
        #[cfg(test)]
        GET "/" => index,
        GET "/" => index,
    }
}

fn main() {
    let _: Router = site();
}
