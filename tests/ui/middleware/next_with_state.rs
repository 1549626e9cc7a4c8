use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, next: Next<'_, u32, ()>) -> Response {
    next.run(req).await
}

fn main() {}
