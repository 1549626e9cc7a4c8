use concentric::{Next, Request, Response, middleware};

#[middleware]
async unsafe fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
