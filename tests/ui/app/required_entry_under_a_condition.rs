use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(authenticate))]
async fn require_role(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [authenticate if strict, require_role] {}
}

fn main() {}
