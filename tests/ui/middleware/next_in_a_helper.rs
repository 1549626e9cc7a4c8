use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    helper(req, next).await
}

async fn helper(req: Request, next: Next<'_>) -> Response {
    next.run(req).await
}

app! {
    fn site() -> axum::Router with [log] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
