use axum::{extract::Request, middleware::Next, response::Response};
use concentric::middleware;

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
