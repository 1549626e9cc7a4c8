use axum::Router;
use concentric::{Next, Request, Response, app, middleware};
use tower_sessions::{MemoryStore, SessionManagerLayer};

#[middleware(requires(SessionManagerLayer<_>))]
async fn require_csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [SessionManagerLayer::new(MemoryStore::default()), require_csrf] {
        GET "/" => index without [SessionManagerLayer],
    }
}

fn main() {}
