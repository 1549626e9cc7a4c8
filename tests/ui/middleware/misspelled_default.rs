use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config(defaults = 2)] most: &u32, req: Request, next: Next) -> Response {
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
