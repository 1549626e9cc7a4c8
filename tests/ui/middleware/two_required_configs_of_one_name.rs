use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config] most: &u32, #[config] most: &u32, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [limit(1, 2)] {
        GET "/" => async || "Hello",
    }
}

fn main() {
    site();
}
