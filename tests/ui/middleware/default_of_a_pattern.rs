use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn limit(#[config(default = (1, 2))] (a, b): &(u32, u32), req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
