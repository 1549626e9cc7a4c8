use axum::http::HeaderMap;
use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, headers: HeaderMap, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
