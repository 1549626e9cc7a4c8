use axum::http::Method;
use concentric::{Next, Request, middleware};

struct Reply;

#[middleware]
async fn log(_: Method, req: Request, next: Next) -> Reply {
    let _ = next.run(req).await;
    Reply
}

fn main() {}
