use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config] req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
