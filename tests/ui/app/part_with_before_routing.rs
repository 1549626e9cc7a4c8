use concentric::{Next, Part, Request, Response, app, middleware};

#[middleware]
async fn rewrite(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn orders() -> Part before routing [rewrite] {
        GET "/" => async || "orders",
    }
}

fn main() {}
