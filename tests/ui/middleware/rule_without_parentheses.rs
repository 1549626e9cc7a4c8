use concentric::{Next, Request, Response, middleware};

#[middleware(outside = log)]
async fn cors(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
