use axum::{Router, extract::Request, middleware::{Next, from_fn}, response::Response};
use concentric::app;

async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [from_fn(authenticate), from_fn(log)] {
        GET "/" => index without [from_fn],
    }
}

fn main() {
    let _: Router = site();
}
