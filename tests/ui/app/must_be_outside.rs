use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(outside(authenticate))]
async fn cors(#[config] _origin: &str, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [authenticate] {
        scope "/api" {
            scope "/v1" with [cors("*")] {}
        }
    }
}

fn main() {}
