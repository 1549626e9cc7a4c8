use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[confg] most: &usize, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
