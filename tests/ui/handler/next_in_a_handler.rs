use concentric::{Next, Request, Response, handler};

#[handler]
async fn log(req: Request, next: Next<'_>) -> Response {
    next.run(req).await
}

fn main() {
    let _ = log;
}
