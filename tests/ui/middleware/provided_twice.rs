use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn identify(req: Request, next: Next<(u32, u32)>) -> Response {
    next.provide((1, 2)).run(req).await
}

fn main() {}
