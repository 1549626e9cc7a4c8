use axum::{
    Router,
    extract::Request,
    middleware::{Next, from_fn},
    response::Response,
};
use concentric::app;

async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router {
        GET "/" => from_fn(log),
    }
}

fn main() {}
