use concentric::{Next, Request, Response, middleware};

struct Auth;

impl Auth {
    #[middleware]
    async fn check(req: Request, next: Next) -> Response {
        Self::count();
        next.run(req).await
    }

    fn count() {}
}

fn main() {}
