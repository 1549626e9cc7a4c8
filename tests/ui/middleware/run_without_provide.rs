use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn identify(req: Request, next: Next<u32>) -> Response {
    next.run(req).await
}

fn main() {}
