use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(next: Next, req: Request) -> Response {
    next.run(req).await
}

fn main() {}
