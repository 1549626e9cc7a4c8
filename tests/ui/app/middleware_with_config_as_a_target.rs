use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn limit(#[config] _most: &u32, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router {
        GET "/" => limit(3),
    }
}

fn main() {}
