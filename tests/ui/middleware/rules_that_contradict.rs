use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(outside(log), inside(log))]
async fn limit(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [limit, log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
