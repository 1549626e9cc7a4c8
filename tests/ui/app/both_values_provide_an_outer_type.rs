use axum::Router;
use concentric::{Next, Request, Response, app, middleware};

#[derive(Clone)]
struct User;

#[middleware]
async fn authenticate(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

#[middleware]
async fn pretend(req: Request, next: Next<User>) -> Response {
    next.provide(User).run(req).await
}

app! {
    fn site(strict: bool) -> Router with [authenticate, authenticate if strict else pretend] {}
}

fn main() {}
