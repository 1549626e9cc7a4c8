use axum::Json;
use concentric::{Next, Request, Response, middleware};

#[middleware(outsid(other))]
fn log(Json(_): Json<u32>, #[config] most: usize, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {
    let _ = log;
}
