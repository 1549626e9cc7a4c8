use concentric::{Next, Request, Response, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.
}

fn main() {}
