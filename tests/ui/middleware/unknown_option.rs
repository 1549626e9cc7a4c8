use concentric::{Next, Request, Response, middleware};

#[middleware(outsde(log))]
async fn limit(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
