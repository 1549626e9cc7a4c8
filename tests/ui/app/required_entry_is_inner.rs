use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(authenticate))]
async fn require_role(#[config] _role: &str, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [require_role("owner"), authenticate] {}
}

fn main() {}
