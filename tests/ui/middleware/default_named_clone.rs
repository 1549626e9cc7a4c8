use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config(default = 1)] clone: &u32, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [limit] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
