use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config(most)] most: &usize, req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
