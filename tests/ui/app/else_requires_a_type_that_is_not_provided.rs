use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn require_user(_: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [log if strict else require_user] {}
}

fn main() {}
