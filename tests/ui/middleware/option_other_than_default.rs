use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config(initial = 5)] most: &u64, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
