use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware, provides};
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

#[middleware]
async fn require_session(_session: Provided<Session>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(store: MemoryStore) -> Router with [
        require_session,
        provides::<Session>(SessionManagerLayer::new(store)),
    ] {}
}

fn main() {}
