use axum::Router;
use concentric::{Next, Provided, Request, Response, app, middleware};

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

async fn index(_: Provided<User>) {}

app! {
    fn site(strict: bool) -> Router with [authenticate if strict else pretend] {
        GET "/" => index without [pretend],
    }
}

fn main() {}
