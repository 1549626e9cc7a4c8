use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config] most: &impl Fn() -> usize, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
