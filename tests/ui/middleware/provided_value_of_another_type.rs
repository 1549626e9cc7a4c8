use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next<String>) -> Response {
    next.provide(7).run(req).await
}

fn main() {}
