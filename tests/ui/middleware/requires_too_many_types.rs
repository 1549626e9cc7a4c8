use concentric::{Next, Request, Response, middleware};

#[middleware(requires(u8, u16, u32, u64, u128))]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

fn main() {}
