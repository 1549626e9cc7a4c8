use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn log(req: Request, next: Next) -> Response {
    next.run(req).await
}

#[middleware]
async fn audit(_: Provided<User>, req: Request, next: Next) -> Response {
    next.run(req).await
}

app! {
    fn site(strict: bool) -> Router with [authenticate, log if strict else audit] {
        GET "/" => async || "index" without [authenticate],
    }
}

fn main() {}
