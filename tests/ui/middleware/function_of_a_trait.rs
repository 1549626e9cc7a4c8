use concentric::{Next, Request, Response, middleware};

trait Auth {
    #[middleware]
    async fn check(req: Request, next: Next) -> Response;
}

fn main() {}
