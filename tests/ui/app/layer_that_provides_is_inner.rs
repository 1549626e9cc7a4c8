use axum::{Router, extract::Request};
use concentric::{Next, Provided, Response, app, middleware, provides};
use tower_sessions::{MemoryStore, Session, SessionManagerLayer};

#[middleware]
async fn count_visits(_: Provided<Session>, req: Request, next: Next) -> Response {
    next.run(req).await
}

async fn index() {}

app! {
    fn site() -> Router with [
        count_visits,
        provides::<Session>(SessionManagerLayer::new(MemoryStore::default())),
    ] {
        GET "/" => index,
    }
}

fn main() {}
