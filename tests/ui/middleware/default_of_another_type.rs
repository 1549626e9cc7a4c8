use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config(default = "many")] most: &u64, req: Request, next: Next) -> Response {
    let _ = most;
    next.run(req).await
}

fn main() {}
