use axum::Router;
use concentric::{Next, Request, Response, app, middleware};
use tower_sessions::SessionManagerLayer;

#[middleware]
async fn authenticate(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(requires(authenticate, SessionManagerLayer<_>))]
async fn require_csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site() -> Router with [authenticate] {
        scope "/account" with [require_csrf] {}
    }
}

fn main() {}
