use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config(default = 5)] most: &u64, req: Request, next: Next) -> Response {
    let _ = most;
    next.run(req).await
}

app! {
    fn site() -> Router with [limit(7)] {
        GET "/" => async || "Hello",
    }
}

fn main() {}
