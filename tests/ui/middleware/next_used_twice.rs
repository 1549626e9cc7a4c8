use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn twice(req: Request, next: Next) -> Response {
    let _ = next.run(Request::default()).await;
    next.run(req).await
}

fn main() {}
