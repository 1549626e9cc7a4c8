use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, next: ) -> Response {
    next.run(req).await
}

fn main() {}
