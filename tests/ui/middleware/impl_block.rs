use concentric::{Next, Request, Response, middleware};

struct Auth;

#[middleware]
impl Auth {
    async fn check(req: Request, next: Next) -> Response {
        next.run(req).await
    }
}

fn main() {}
