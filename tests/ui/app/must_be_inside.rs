use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[middleware]
async fn session(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware(inside(session))]
async fn csrf(req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [csrf if strict, session] {}
}

fn main() {}
