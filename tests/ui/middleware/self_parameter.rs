use concentric::{Next, Request, Response, middleware};

struct Limit;

impl Limit {
    #[middleware]
    async fn limit(&self, req: Request, next: Next) -> Response {
        next.run(req).await
    }
}

fn main() {}
