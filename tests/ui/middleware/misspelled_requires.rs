use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(require(authenticate))]
async fn require_role(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
