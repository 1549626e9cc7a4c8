use axum::Json;
use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(Json(order): Json<u32>, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
