use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config] _most: &usize, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [limit] {}
}

fn main() {}
